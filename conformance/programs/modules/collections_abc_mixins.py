# collections.abc: classes derived from the abstract ones get the other methods.
from collections.abc import (
    Callable, Generator, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set,
)


class Letters(Sequence):
    def __init__(self, text):
        self.text = text

    def __len__(self):
        return len(self.text)

    def __getitem__(self, i):
        return self.text[i]


s = Letters("abcab")
print(list(s), list(reversed(s)), s.index("b"), s.index("b", 2), s.count("a"), "c" in s, "z" in s, s.index("a", -2))
for action in (lambda: s.index("z"), lambda: s.index("a", 1, 3), lambda: Sequence(), lambda: hash(s) and "hash"):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Squares(Mapping):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __iter__(self):
        return iter(range(self.n))

    def __getitem__(self, key):
        if key not in range(self.n):
            raise KeyError(key)
        return key * key

    def __repr__(self):
        return "Squares(%d)" % self.n


m = Squares(4)
print(dict(m), m.get(2), m.get(9), m.get(9, "no"), 3 in m, 4 in m, list(m.items()), list(m.values()), list(m.keys()))
print(m.keys(), m.items(), m.values(), len(m.keys()), (2, 4) in m.items(), (2, 5) in m.items(), 9 in m.values())
print(sorted(m.keys() & {1, 2, 9}), sorted(m.keys() - {0}), sorted(m.keys() | {7}), m.keys() == {0, 1, 2, 3}, m.keys() >= {1})
print(m == {0: 0, 1: 1, 2: 4, 3: 9}, m != {}, m == Squares(4), m == 1)
for action in (lambda: m[9], lambda: hash(m), lambda: reversed(m)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Store(MutableMapping):
    def __init__(self):
        self.rows = []

    def __getitem__(self, key):
        for k, v in self.rows:
            if k == key:
                return v
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.rows = [row for row in self.rows if row[0] != key] + [(key, value)]

    def __delitem__(self, key):
        self[key]
        self.rows = [row for row in self.rows if row[0] != key]

    def __iter__(self):
        return (k for k, _ in self.rows)

    def __len__(self):
        return len(self.rows)


t = Store()
t["a"] = 1
t.update({"b": 2}, c=3)
t.update([("d", 4)])
print(dict(t), t.pop("a"), t.pop("zz", None), t.popitem(), t.setdefault("q", 9), t.setdefault("c", 0), t.rows)
t.clear()
print(len(t), t.rows)
for action in (lambda: t.pop("a"), lambda: t.popitem(), lambda: t.update(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Stack(MutableSequence):
    def __init__(self, items=()):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def insert(self, i, v):
        self.items.insert(i, v)


k = Stack([1, 2])
k.append(3)
k.extend([4, 5])
k += [6]
k.extend(k)
k.reverse()
print(k.items, k.pop(), k.pop(0), k.items)
k.remove(5)
print(k.items, 4 in k, list(k)[:2])
k.clear()
print(k.items)


class Bits(Set):
    def __init__(self, items=()):
        self.items = sorted(set(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return "Bits(%r)" % (self.items,)


a, b = Bits([1, 2, 3]), Bits([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a & [1, 9], {9} | a, {1, 5} - a, a.isdisjoint([7]), a.isdisjoint(b))
print(a == Bits([3, 2, 1]), a != b, a <= b, a < Bits([1, 2, 3, 4]), a >= {1}, a > {1, 2, 3}, a == {1, 2, 3}, a == 5)


class Bag(Bits, MutableSet):
    def add(self, x):
        if x not in self.items:
            self.items = sorted(self.items + [x])

    def discard(self, x):
        self.items = [i for i in self.items if i != x]


g = Bag([3, 1])
g.add(2)
g |= {7, 8}
g &= {1, 2, 7}
g ^= {2, 5}
g -= {7}
print(g, g.pop(), g)
g.remove(5)
for action in (lambda: g.remove(99), lambda: g.pop(), lambda: a < 1, lambda: a & 1):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Echo(Generator):
    def send(self, value):
        if value == "stop":
            raise StopIteration
        return "echo " + str(value)

    def throw(self, typ, val=None, tb=None):
        raise typ


e = Echo()
print(next(e), e.send(1), e.close(), isinstance(e, Iterator), iter(e) is e)


# What is left open cannot be made.
class Half(MutableSequence):
    def __len__(self):
        return 0


for cls in (Half, Sequence, Callable, Set, Mapping):
    try:
        cls()
    except TypeError as error:
        print(error)
