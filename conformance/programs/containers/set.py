"""set and frozenset: elements, operations, relations, and what each method refuses. Contents are
shown sorted: the order of a set is the interpreter's own."""


def attempt(action, *arguments, **keywords):
    try:
        result = action(*arguments, **keywords)
        print(sorted(result) if isinstance(result, (set, frozenset)) else repr(result))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def show(*sets):
    print(*[type(s).__name__ + str(sorted(s, key=repr)) for s in sets])


def heading(text):
    print("--", text)


heading("construction")
show(set(), {1, 2, 1}, set("hello"), set([1, 1.0, True]), frozenset(), frozenset("ab"), {x % 3 for x in range(10)})
show(set({1: 2}), set(range(3)), set(x for x in "aa"), {*"ab", *[1]})
f = frozenset([1])
print(frozenset(f) is f, set(f) == f, repr(set()), repr(frozenset()), repr({1}), repr(frozenset({1})))
attempt(set, 1)
attempt(set, [[]])
attempt(set, 1, 2)
attempt(set, x=1)
attempt(frozenset, 1, 2)
attempt(lambda: {[]})
attempt(lambda: {{}})

heading("elements")
s = {1, 2}
s.add(3)
s.add(3.0)
s.discard(1)
s.discard("absent")
s.remove(2)
show(s)
attempt(s.remove, "absent")
attempt(s.remove, [])
attempt(s.add, [])
attempt(s.discard, {})
attempt(s.add)
print(3 in s, 3.0 in s, "x" in s)
attempt(lambda: [] in s)
print(s.pop(), len(s))
attempt(s.pop)
s.update([1, 2], "ab", (), {5: 6})
show(s)
s.clear()
print(len(s), bool(s))
nested = {frozenset([1, 2]), frozenset()}
print({1, 2} in nested, {3} in nested, frozenset() in nested)
nested.remove({1, 2})
nested.discard(set())
print(len(nested))
attempt(nested.remove, {7})

heading("many elements")
s = set()
for i in range(2000):
    s.add(i * 13 % 2003)
    if i >= 500:
        s.discard((i - 500) * 13 % 2003)
print(len(s), sum(s), all(i * 13 % 2003 in s for i in range(1500, 2000)), any(i * 13 % 2003 in s for i in range(1500)))
total = 0
while s:
    total += s.pop()
print(total)

heading("operators")
a, b = {1, 2, 3, 4}, {3, 4, 5}
show(a & b, a | b, a - b, a ^ b, b - a, a & frozenset(b), frozenset(a) | b)
c = a.copy()
c |= {9}
c &= {1, 2, 9}
c -= {1}
c ^= {2, 7}
show(c, a)
f = frozenset(a)
f |= {9}
show(f)
for other in ([1], (1,), "ab", None, 5, {1: 2}):
    attempt(lambda: a | other)
    attempt(lambda: a - other)
s = {1, 2}
s -= s
show(s)
s = {1, 2}
s ^= s
show(s)

heading("methods take any iterable")
show(a.union([9], "x", range(2)), a.union(), a.intersection([1, 2, 9], (2, 3)), a.intersection(), a.difference([1], {2}), a.difference())
show(a.symmetric_difference([4, 5, 5]), frozenset(a).union([0]), frozenset(a).difference(range(3)))
s = set(a)
s.intersection_update([1, 2, 3], {2, 3, 4})
show(s)
s.difference_update([2], range(100, 200))
show(s)
s.symmetric_difference_update([3, 8])
show(s)
s.intersection_update()
show(s)
for method in (a.union, a.intersection, a.difference, a.symmetric_difference, a.update, a.issubset, a.isdisjoint):
    attempt(method, 5)
    attempt(method, [[]])
attempt(a.symmetric_difference)
attempt(a.union, [1], 5)

heading("relations")
print(a == {4, 3, 2, 1}, a == frozenset(a), a != b, a == [1, 2, 3, 4], {1} < a, a < a, a <= a, a > {1, 2}, a >= b)
print({1}.issubset([1, 2]), a.issuperset((1, 2)), a.isdisjoint([7]), a.isdisjoint([1]), set() <= set(), {1, 2} < {1, 3, 4})
print({1.0, True} == {1}, frozenset([1]) < {1, 2}, {1, 2} == {1: 0, 2: 0}.keys())
attempt(lambda: a < [1])
attempt(lambda: a >= 5)

heading("hash")
print(hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), hash(frozenset()), hash(frozenset(range(10))))
print({frozenset([1, 2]): "found"}[frozenset([2, 1])], len({frozenset("ab"), frozenset("ba")}))
attempt(hash, set())
attempt(lambda: {set(): 1})

heading("changes during iteration")


def grow():
    for x in s:
        s.add(x + 100)


s = {1, 2, 3}
attempt(grow)

heading("elements with their own __eq__")


class Letter:
    def __init__(self, c):
        self.c = c

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return self.c.lower() == other.c.lower()


one, two = {Letter("a"), Letter("B"), Letter("A")}, {Letter("b"), Letter("c")}
print(len(one), len(one & two), len(one | two), len(one - two), len(one ^ two), Letter("b") in one, one == {Letter("b"), Letter("a")})

heading("classes derived from set")


class Tags(set):
    def toggle(self, x):
        self.symmetric_difference_update([x])
        return self


t = Tags("ab").toggle("a").toggle("c")
print(sorted(t), len(t), "b" in t, t == {"b", "c"}, isinstance(t | {"z"}, set), sorted(t & {"b"}))
