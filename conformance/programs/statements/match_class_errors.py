# Class patterns that cannot be.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class NoArgs:
    x = 1


class ListArgs:
    __match_args__ = ["x"]


class NumberArgs:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("x", "x")
    x = 1


class Fails:
    __match_args__ = ("bad", "worse")

    @property
    def bad(self):
        raise AttributeError("is as if it were not there")

    @property
    def worse(self):
        raise KeyError("is not")


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def too_many(subject):
    match subject:
        case Point(1, 2, 3):
            return "matched"
    return "no"


def positional_and_keyword(subject):
    match subject:
        case Point(a, x=b):
            return a, b
    return "no"


def none_allowed(subject):
    match subject:
        case NoArgs(a):
            return a
    return "no"


def one(subject, cls):
    match subject:
        case cls(a):
            return "one", a
    return "no"


def two(subject, cls):
    match subject:
        case cls(a, b):
            return "two", a, b
    return "no"


def keyword(subject, cls):
    match subject:
        case cls(worse=a):
            return a
    return "no"


attempt(lambda: too_many(Point(1, 2)))
attempt(lambda: too_many(5))
attempt(lambda: positional_and_keyword(Point(1, 2)))
attempt(lambda: none_allowed(NoArgs()))
attempt(lambda: one(ListArgs(), ListArgs))
attempt(lambda: one(NumberArgs(), NumberArgs))
attempt(lambda: two(Twice(), Twice))
attempt(lambda: one(Fails(), Fails))
attempt(lambda: two(Fails(), Fails))
attempt(lambda: keyword(Fails(), Fails))
attempt(lambda: one(5, "no class"))
attempt(lambda: one(5, len))
attempt(lambda: one(5, (int, str)))

# One positional pattern of some built-in classes is the value itself; of others there is none.
for value in (True, bytearray(b"b"), b"b", {1: 2}, 1.5, frozenset({1}), 5, [1], {1}, "s", (1,)):
    attempt(lambda: one(value, type(value)))
    attempt(lambda: two(value, type(value)))
for value in (range(3), 1j, None, slice(1), object(), len, ValueError(1), (x for x in ())):
    attempt(lambda: one(value, type(value)))


class Text(str):
    pass


class Number(int):
    __match_args__ = ("real", "imag")


attempt(lambda: one(Text("t"), Text))
attempt(lambda: one(Text("t"), str))
attempt(lambda: two(Number(5), Number))
