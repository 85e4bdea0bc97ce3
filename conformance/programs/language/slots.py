# __slots__: the names that a class's instances have, and the descriptors that stand for them.


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


def attempt(what, action):
    try:
        print(what, "->", action())
    except (AttributeError, TypeError, ValueError) as error:
        print(what, "->", type(error).__name__, error)


def assign(obj, name, value):
    setattr(obj, name, value)
    return getattr(obj, name)


p = Point(1)
print(p.x, Point.__slots__)
attempt("an unset slot", lambda: p.y)
attempt("another name", lambda: assign(p, "z", 1))
attempt("a set slot", lambda: assign(p, "y", 2))
del p.y
attempt("deleting twice", lambda: delattr(p, "y"))
attempt("deleting another name", lambda: delattr(p, "z"))
print(hasattr(p, "x"), hasattr(p, "y"))

# The descriptor.
member = Point.x
print(member, type(member), member.__name__)
print(member.__get__(p), member.__get__(None, Point) is member)
member.__set__(p, 7)
print(p.x)
member.__delete__(p)
attempt("through the descriptor", lambda: member.__get__(p))
attempt("for another class", lambda: member.__get__(3))


# A derived class without __slots__ takes any name again; one with them does not.
class Open(Point):
    pass


class Closed(Point):
    __slots__ = "z"


o = Open(1)
o.anything = 5
print(o.x, o.anything)
c = Closed(2)
c.z = 3
print(c.x, c.z)
attempt("closed", lambda: assign(c, "anything", 1))


# A class variable of a slot's name hides it.
class Hidden(Point):
    __slots__ = ()
    x = "class variable"


attempt("hidden slot", lambda: Hidden(1))


class OpenHidden(Point):
    x = "class variable"


print(OpenHidden(4).x)


# Forms of the declaration.
class Private:
    __slots__ = ("__secret",)

    def __init__(self):
        self.__secret = "kept"

    def show(self):
        return self.__secret


class Mapped:
    __slots__ = {"a": "documentation", "b": "more"}


class WithDict:
    __slots__ = ["fixed", "__dict__"]


print(Private().show(), hasattr(Private(), "_Private__secret"))
print(Mapped.__slots__, Mapped.a, Mapped.b)
w = WithDict()
w.fixed, w.free = 1, 2
print(w.fixed, w.free)


class Number(int):
    __slots__ = ()


class Text(str):
    __slots__ = ("note",)


attempt("int without a dict", lambda: assign(Number(3), "x", 1))
t = Text("abc")
t.note = "n"
print(t, t.note)
attempt("str with one slot", lambda: assign(t, "x", 1))


# What is refused.
def conflict():
    class C:
        __slots__ = ("x",)
        x = 1


def not_identifier():
    class C:
        __slots__ = ("1x",)


def not_text():
    class C:
        __slots__ = (1,)


def for_int():
    class C(int):
        __slots__ = ("x",)


def twice_dict():
    class C(Open):
        __slots__ = ("__dict__",)


def two_layouts():
    class Other:
        __slots__ = ("o",)

    class C(Point, Other):
        pass


for refused in (conflict, not_identifier, not_text, for_int, twice_dict, two_layouts):
    attempt(refused.__name__, refused)


# Joining with an empty layout works.
class Mixin:
    __slots__ = ()

    def double(self):
        return self.x * 2


class Mixed(Mixin, Point):
    __slots__ = ()


print(Mixed(21).double())


# __getattr__ is asked about unset slots, __setattr__ before any.
class Watching:
    __slots__ = ("seen",)

    def __getattr__(self, name):
        return "no " + name

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)


v = Watching()
print(v.seen, v.other)
v.seen = 1
print(v.seen)
attempt("watched", lambda: assign(v, "other", 1))


# Many slots.
class Many:
    __slots__ = tuple("slot%d" % i for i in range(100))


m = Many()
for name in Many.__slots__:
    setattr(m, name, name[4:])
print(m.slot0, m.slot63, m.slot64, m.slot99)
del m.slot99
print(hasattr(m, "slot99"), hasattr(m, "slot98"))
attempt("beyond many", lambda: assign(m, "slot100", 1))
