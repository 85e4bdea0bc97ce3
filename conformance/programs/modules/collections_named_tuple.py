# namedtuple: a tuple with names; how it is made, shown, changed by copy, and what it refuses.

from collections import namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), hash(p) == hash((1, 2)))
x, y = p
print(x, y, p + (3,), p[::-1], p < (1, 3), list(p))
print(p._replace(x=5), p, p._asdict(), Point._fields, Point._make("ab"))
print(p.index(2), p.count(1), 2 in p, max(p))

# Field names: text with commas or spaces, or any iterable of names.
print(namedtuple("A", "a, b,c")._fields, namedtuple("B", ["p", "q"])._fields, namedtuple("C", ())._fields)

# Defaults go to the last fields.
Config = namedtuple("Config", "host port debug", defaults=(80, False))
print(Config("h"), Config("h", debug=True), Config._field_defaults)

# rename replaces bad names by their place.
print(namedtuple("R", "ok class ok _hidden 2x", rename=True)._fields)


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


attempt(lambda: namedtuple("T", "class"))
attempt(lambda: namedtuple("T", "a a"))
attempt(lambda: namedtuple("T", "_a"))
attempt(lambda: namedtuple("T", "2x"))
attempt(lambda: namedtuple("no name", "a"))
attempt(lambda: namedtuple("T", "a", defaults=(1, 2)))
attempt(lambda: Point._make([1]))
attempt(lambda: p._replace(z=1))
attempt(lambda: p.z)


def assign():
    p.x = 9


try:
    assign()
except AttributeError:
    print("fields cannot be assigned:", p.x)


# A subclass adds methods; _replace keeps the class.
class Vector(Point):
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return type(self)(self.x + other.x, self.y + other.y)


v = Vector(3, 4)
print(abs(v), v + v, v._replace(x=0), isinstance(v, Point), v == Point(3, 4))

match p:
    case Point(x=1, y=b):
        print("by name", b)
match p:
    case Point(a, 2):
        print("by place", a)


# Items can be read only.
class Fixed(namedtuple("Fixed", "x y")):
    pass


def assign(target, name):
    try:
        setattr(target, name, 5)
        print("assigned", name)
    except AttributeError as error:
        print(error)
    try:
        delattr(target, name)
    except AttributeError as error:
        print(error)


for target in (namedtuple("Free", "x y")(1, 2), Fixed(1, 2)):
    for name in ("x", "y", "z"):
        assign(target, name)
