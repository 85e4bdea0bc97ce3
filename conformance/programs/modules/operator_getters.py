# operator.itemgetter, attrgetter, methodcaller.
from operator import attrgetter, itemgetter, methodcaller


def show(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


class Point:
    def __init__(self, x, y, inner=None):
        self.x = x
        self.y = y
        self.inner = inner

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)


print("# itemgetter")
show("one", itemgetter(1), "abc")
show("many", itemgetter(2, 0, 0), "abc")
show("slice", itemgetter(slice(1, None)), [1, 2, 3])
show("key", itemgetter("b"), {"a": 1, "b": 2})
show("mixed", itemgetter("a", "b"), {"a": 1, "b": 2})
show("missing", itemgetter("c"), {"a": 1})
show("range", itemgetter(5), [1])
show("type", itemgetter("x"), [1])
show("none", itemgetter(0), None)
print(sorted([("b", 2), ("a", 3), ("c", 1)], key=itemgetter(1)))
print(list(map(itemgetter(0), ["xy", "zw"])))
print(repr(itemgetter(1)), repr(itemgetter("a", 2)), repr(itemgetter(slice(1, 2))), repr(itemgetter((1,))))

print("# attrgetter")
tree = Point(1, 2, Point(3, 4, Point(5, 6)))
show("one", attrgetter("x"), tree)
show("many", attrgetter("x", "y"), tree)
show("dotted", attrgetter("inner.inner.y"), tree)
show("mixed", attrgetter("x", "inner.y"), tree)
show("missing", attrgetter("z"), tree)
show("missing", attrgetter("inner.z"), tree)
show("missing", attrgetter("inner.inner.inner.x"), tree)
print([p.x for p in sorted([Point(3, 0), Point(1, 0), Point(2, 0)], key=attrgetter("x"))])
print(repr(attrgetter("x")), repr(attrgetter("a.b", "c")))
show("type", attrgetter, 1)
show("type", attrgetter, "x", None)

print("# methodcaller")
show("plain", methodcaller("upper"), "abc")
show("args", methodcaller("split", ",", 1), "a,b,c")
show("keywords", methodcaller("moved", dy=5), tree)
show("both", methodcaller("moved", 10, dy=5), tree)
show("missing", methodcaller("lower"), 5)
show("wrong", methodcaller("upper", 1), "abc")
print(repr(methodcaller("upper")), repr(methodcaller("f", 1, "two", x=[3], y=None)), repr(methodcaller("f", k=1)))
show("name", methodcaller)
show("name", methodcaller, 5)

print("# arguments")
for maker in [itemgetter, attrgetter]:
    show("none", maker)
    show("keyword", maker, "a", key=1)
for getter in [itemgetter(0), attrgetter("x"), methodcaller("f")]:
    show("no object", getter)
    show("two objects", getter, 1, 2)
    show("keyword", getter, 1, k=2)

print("# they are values")
print(callable(itemgetter(0)), type(itemgetter(0)).__name__, isinstance(attrgetter("a"), attrgetter))
