# Special methods of operators: which side is asked, in which order, for classes of every sort.


class Left:
    def __add__(self, other):
        return "Left.__add__"

    def __radd__(self, other):
        return "Left.__radd__"

    def __sub__(self, other):
        return NotImplemented


class Child(Left):
    def __radd__(self, other):
        return "Child.__radd__"


class Plain(Left):
    pass


class Right:
    def __rsub__(self, other):
        return "Right.__rsub__"

    def __rmod__(self, other):
        return "Right.__rmod__"

    def __ror__(self, other):
        return "Right.__ror__"

    def __rand__(self, other):
        return "Right.__rand__"

    def __rmul__(self, other):
        return "Right.__rmul__"

    def __rdivmod__(self, other):
        return "Right.__rdivmod__"

    def __rpow__(self, other):
        return "Right.__rpow__"

    def __rlshift__(self, other):
        return "Right.__rlshift__"

    def __rmatmul__(self, other):
        return "Right.__rmatmul__"


class Place:
    def __iadd__(self, other):
        return "Place.__iadd__"

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return "Place.__sub__"


class Number(int):
    def __add__(self, other):
        return "Number.__add__"

    def __radd__(self, other):
        return "Number.__radd__"

    def __neg__(self):
        return "Number.__neg__"


class Real(float):
    def __rtruediv__(self, other):
        return "Real.__rtruediv__"


class Text(str):
    def __radd__(self, other):
        return "Text.__radd__"

    def __mod__(self, other):
        return "Text.__mod__"


class Items(list):
    pass


class Index:
    def __index__(self):
        return 3


class Nothing:
    pass


def attempt(label, action):
    try:
        result = action()
        print(label, type(result).__name__, result)
    except TypeError as error:
        print(label, "TypeError:", error)


attempt("same class", lambda: Left() + Left())
attempt("child on the right overrides", lambda: Left() + Child())
attempt("child on the right does not", lambda: Left() + Plain())
attempt("child on the left", lambda: Child() + Left())
attempt("left refuses", lambda: Left() - Right())
attempt("left refuses, right too", lambda: Left() - Left())
for value in (1, 1.5, 2j, "a", [1], (1,), {1: 2}, {1}, b"x", None, range(2)):
    name = type(value).__name__
    attempt(name + " + Left", lambda: value + Left())
    attempt("Left + " + name, lambda: Left() + value)
    attempt(name + " - Right", lambda: value - Right())
    attempt(name + " * Right", lambda: value * Right())
    attempt(name + " | Right", lambda: value | Right())
    attempt(name + " & Right", lambda: value & Right())
    attempt(name + " ** Right", lambda: value ** Right())
    attempt(name + " << Right", lambda: value << Right())
    attempt(name + " @ Right", lambda: value @ Right())
    attempt("divmod of " + name, lambda: divmod(value, Right()))
    attempt(name + " * Index", lambda: value * Index())
    attempt("Index * " + name, lambda: Index() * value)
    attempt(name + " + Nothing", lambda: value + Nothing())
    attempt("Nothing - " + name, lambda: Nothing() - value)
    attempt(name + " * Nothing", lambda: value * Nothing())
attempt("str % Right", lambda: "<%s>" % Right() == "Right.__rmod__")
attempt("int % Right", lambda: 5 % Right())

print(1 + Number(2), Number(2) + 1, Number(2) * 3, -Number(2), +Number(2), 1.5 * Number(2))
print(1 / Real(2), Real(2) / 1, 2.0 / Real(4), 1 - Real(2))
print("a" + Text("b"), Text("a%s") % 1, "%s" % Text("c"), Text("a") + "b")
print(Items([1]) + [2], [1] + Items([2]), Items([1]) * 2, type(Items([1]) + [2]).__name__)

place = Place()
place += 1
print(place)
place = Place()
place -= 1
print(place)
items = Items([1])
same = items
items += (2, 3)
print(items, items is same, type(items).__name__)
plain = [1]
same = plain
plain += "ab"
plain *= 2
print(plain, plain is same)
plain = [1]
plain += Left()
print(plain)
entries = {"a": 1}
same = entries
entries |= [("b", 2)]
print(entries, entries is same)
members = {1}
same = members
members |= {2}
members -= {1}
members ^= {3}
print(sorted(members), members is same)


def grow(value, other):
    value += other
    return value


def scale(value, other):
    value *= other
    return value


def lift(value, other):
    value **= other
    return value


def join(value, other):
    value |= other
    return value


for value in (1, 1.5, "a", (1,), None, {1}, b"x"):
    attempt("+=", lambda: grow(value, "z"))
    attempt("+=", lambda: grow(value, Nothing()))
    attempt("*=", lambda: scale(value, 1.5))
    attempt("**=", lambda: lift(value, "z"))
    attempt("|=", lambda: join(value, [1]))
