# copy.copy: one level.
import copy
from collections import Counter, OrderedDict, UserList, defaultdict, deque

for thing in (1, 1.5, "s", None, True, (1, [2]), frozenset([1]), b"b", range(3), len, print, int, Ellipsis, 2**100):
    print(type(thing).__name__, copy.copy(thing) is thing)

inner = [1]
for thing in ([inner], {"k": inner}, {1, 2}, bytearray(b"ab"), deque([inner], 3), OrderedDict(a=inner), Counter("aab"), defaultdict(list, a=inner), UserList([inner])):
    made = copy.copy(thing)
    print(type(made).__name__, made, made == thing, made is thing)

a = [inner]
b = copy.copy(a)
inner.append(2)
b.append(3)
print(a, b)


class Point:
    made = 0

    def __init__(self, x, y):
        Point.made += 1
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


p = Point(1, [2])
q = copy.copy(p)
q.x = 9
q.y.append(3)
q.extra = True
print(p.x, p.y, q.x, q.y, hasattr(p, "extra"), type(q).__name__, Point.made)


class Rich(list):
    def __init__(self, items, name):
        super().__init__(items)
        self.name = name


r = Rich([1, [2]], "n")
s = copy.copy(r)
s.append(3)
s.name = "other"
print(r, r.name, s, s.name, type(s).__name__, s[1] is r[1])


class Table(dict):
    pass


t = Table(a=1)
t.note = "x"
u = copy.copy(t)
u["b"] = 2
print(t, u, u.note, type(u).__name__)


class Own:
    def __copy__(self):
        return "own copy"


print(copy.copy(Own()))


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = [1]
t = copy.copy(s)
print(t.a is s.a, hasattr(t, "b"))


class Stateful:
    def __init__(self):
        self.keep, self.drop = [1], "secret"

    def __getstate__(self):
        return {"keep": self.keep}

    def __setstate__(self, state):
        self.keep = state["keep"]
        self.drop = "restored"


x = copy.copy(Stateful())
print(x.keep, x.drop)


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n + 1,)


print(copy.copy(Reduced(1)).n)
e = ValueError("bad", 3)
e.note = "n"
f = copy.copy(e)
print(type(f).__name__, f.args, f is e)
print(copy.Error.__name__, issubclass(copy.Error, Exception))
try:
    copy.copy(i for i in range(3))
except TypeError as error:
    print(error)
