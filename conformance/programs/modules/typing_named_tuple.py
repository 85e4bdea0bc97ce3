# typing.NamedTuple in both forms, and TypedDict.
from typing import Dict, Generic, List, NamedTuple, NotRequired, Optional, Required, TypedDict, TypeVar, is_typeddict, get_type_hints


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 0
    label: Optional[str] = None

    @property
    def length(self):
        return abs(self.x) + abs(self.y)

    def moved(self, dx):
        return self._replace(x=self.x + dx)

    @classmethod
    def origin(cls):
        return cls(0)

    def __str__(self):
        return "(%d, %d)" % (self.x, self.y)


p = Point(3, y=-4)
print(repr(p), p, p.length, p.moved(1), Point.origin(), p[0], p == (3, -4, None), len(p), isinstance(p, tuple))
x, y, label = p
print(x, y, label, p._fields, p._field_defaults, p._asdict(), Point._make([1, 2, 3]), Point.__doc__, hash(p) == hash((3, -4, None)))
print(get_type_hints(Point), Point.__name__, sorted([Point(2), Point(1)]))
match p:
    case Point(x=3, y=b):
        print("matched", b)
match p:
    case Point(a, b, c):
        print("by position", a, b, c)

Pair = NamedTuple("Pair", [("left", int), ("right", List[str])])
print(Pair(1, ["a"]), Pair._fields, Pair(left=1, right=[]), Pair.__name__)


class Sub(Point):
    def double(self):
        return Sub(self.x * 2, self.y * 2)


print(repr(Sub(1, 2).double()), Sub(5).length)


class Empty(NamedTuple):
    pass


print(Empty(), Empty._fields)

for action in (
    lambda: Point(),
    lambda: Point(1, 2, 3, 4),
    lambda: Point(1, z=2),
    lambda: p.z,
    lambda: Pair(1),
    lambda: NamedTuple("Bad", [("a", 1)]),
    lambda: NamedTuple("Bad", [("_a", int)]),
    lambda: NamedTuple("Bad", [("a", int), ("a", int)]),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    p.x = 1
except AttributeError as error:
    print("read only")
try:

    class Order(NamedTuple):
        a: int = 1
        b: int

except TypeError as error:
    print(error)
try:

    class Overwrites(NamedTuple):
        a: int

        def _replace(self):
            pass

except AttributeError as error:
    print(error)


class Movie(TypedDict):
    title: str
    year: int


class Rated(Movie, total=False):
    stars: int
    note: Required[str]


class Mixed(TypedDict):
    a: int
    b: NotRequired[List[int]]


m: Movie = {"title": "T", "year": 1999}
n = Movie(title="U", year=2000)
print(m, n, type(n) is dict, n == {"title": "U", "year": 2000}, Movie({"title": "x"}), Rated(stars=3))
print(sorted(Movie.__required_keys__), sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Movie.__total__, Rated.__total__)
print(sorted(Mixed.__required_keys__), sorted(Mixed.__optional_keys__), get_type_hints(Movie), get_type_hints(Rated))
print(is_typeddict(Movie), is_typeddict(dict), is_typeddict(Point))
Old = TypedDict("Old", {"in": int, "x-y": str}, total=False)
print(Old({"in": 1}), sorted(Old.__optional_keys__), Old.__name__)
for action in (lambda: isinstance({}, Movie), lambda: issubclass(dict, Movie)):
    try:
        print(action())
    except TypeError as error:
        print(error)
try:

    class NotADict(Movie, dict):
        pass

except TypeError as error:
    print(error)
