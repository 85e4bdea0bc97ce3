"""list, tuple, dict, set, frozenset, range, bytes: their methods, operators and errors."""
a = [3, 1, 2]
a.append(5); a.extend("xy"); a.insert(1, 9); a.insert(-1, 8); a.insert(100, 7)
print(a, a.pop(), a.pop(0), a.pop(-2), a, a.index(9), a.count(1), 5 in a, len(a))
a.remove(9); a.reverse()
print(a, a.copy() == a, a.copy() is a, a + [1], [0] * 3, a * 0)
n = [5, 2, 9, 1, 5]
n.sort(); print(n); n.sort(reverse=True); print(n); n.sort(key=lambda v: -v % 4); print(n)
words = ["bb", "a", "CC", "dd", "Aa"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({3, 1, 2}), list(reversed(words)))
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], (1, 2) == (1, 2), [1] == (1,), [1, [2]] == [1, [2]], (1, "a") < (1, "b"))
n.clear(); print(n, not n)
r = [1]; r.append(r); print(r, r == r)
t = 1, 2, 3, 2
print(t, t.index(2), t.count(2), t + (4,), t * 2, t[1], (), (1,), ((1, 2), 3), hash((1, 2)) == hash((1, 2)), tuple("ab"), tuple([1]), 2 in t)
d = {"b": 1, "a": 2}
d["c"] = 3; d["b"] = 10
print(d, list(d), d.keys(), d.values(), d.items(), d.get("x"), d.get("x", 0), d["a"], len(d), "a" in d, 1 in d.values(), ("a", 2) in d.items())
print(d.pop("a"), d.pop("zz", None), d.setdefault("e", []), d.setdefault("b", 99), d.popitem(), d)
d.update({"x": 1}, y=2); d.update([("z", 3)]); print(d, d | {"b": 0}, {"q": 1} | d, list(reversed(d)))
d |= {"w": 5}; print(d, dict(d) == d, dict(a=1, b=2), dict([("k", "v")]), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0), {1: "a", (1, 2): "t", None: 0, 2.5: 1})
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {**d, "new": 1}, sorted(d), max(d, key=d.get), {"a": {"b": [1]}}["a"]["b"][0], d.copy() is d)
k = {"a": 1}.keys() & {"a", "b"}; print(k, {"a": 1}.keys() | {"b"} == {"a", "b"}, {"a": 1}.keys() - {"a"}, {"a": 1}.items() ^ {("a", 1)})
d.clear(); print(d)
s = {3, 1, 2}
s.add(5); s.discard(9); s.discard(1); s.update([7, 8], (9,)); s.remove(9)
print(sorted(s), len(s), 5 in s, sorted(s | {1}), sorted(s & {5, 3}), sorted(s - {5}), sorted(s ^ {5, 100}), s == {2, 3, 5, 7, 8}, s < {2, 3, 5, 7, 8, 9}, {2} <= s, s >= {2}, s.isdisjoint({1}), s.issubset(range(10)), s.issuperset([2]))
print(sorted(s.union([1], [4])), sorted(s.intersection([2, 3, 99])), sorted(s.difference([2])), sorted(s.symmetric_difference([2, 4])), set(), {1}, frozenset([1]), frozenset({2}) | {2}, type(frozenset() | {1}).__name__, hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
s &= {2, 3}; s |= {4}; s -= {2}; s ^= {4, 6}; print(sorted(s))
s.intersection_update([3]); s.difference_update([0]); s.symmetric_difference_update([3, 4]); print(s, s.pop(), s)
print({1, 1.0, True}, {0: "a", False: "b"}, {(1, 2), (1, 2)}, len({"a", "a", "b"}), set("aab") == {"a", "b"}, {frozenset([1]): "fs"})
print(range(5), list(range(5)), list(range(2, 10, 3)), list(range(5, 0, -2)), len(range(0, 10, 3)), 4 in range(0, 10, 2), 5 in range(0, 10, 2), range(10)[-1], range(3) == range(0, 3), range(0) == range(5, 5), range(5).index(3), range(5).count(9), list(reversed(range(3))), len(range(10**12)), range(10**20)[10**19], 2.0 in range(5), "a" in range(5))
b = b"hello"
print(b, b[0], b[1:3], list(b), b + b"x", b * 2, b"l" in b, 104 in b, b.find(b"l"), b.replace(b"l", b"L"), b.split(b"e"), b.upper(), b.startswith(b"he"), b.hex(), bytes([1, 2]), bytes(3), bytes("é", "utf-8"), bytes.fromhex("ff00"), b == b"hello", b < b"help", len(b), b"-".join([b"a", b"b"]), b.decode())
print(list(zip([1, 2], "ab", (True, False))), list(zip()), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(lambda x: x, [0, 1])), list(enumerate("ab", 1)), any([]), all([]), sum([1, 2], 10), min([2], default=0), max([], default=None), min("b", "a"), sorted([3, 1], reverse=True))
print(list(iter([1, 2])), next(iter("a")), next(iter([]), "end"), list(iter(iter([1]))), isinstance([], list), isinstance((), (list, tuple)), list("ab"), list({"k": 1}), tuple({"k": 1}.items()), set([1, 1]), bool([]), bool([0]))
it = iter([1, 2, 3])
print(next(it), list(it), list(it))
x = [1, 2, 3]
for v in x:
    if v < 3:
        x.append(v + 10)
print(x)
for bad in [lambda: [1].remove(2), lambda: [].pop(), lambda: [1].pop(5), lambda: [1].index(9), lambda: {}["a"], lambda: {}.pop("a"), lambda: {}.popitem(), lambda: {1}.remove(2), lambda: set().pop(), lambda: (1, 2)[2], lambda: {[1]: 2}, lambda: {{1}}, lambda: hash([]), lambda: hash({}), lambda: [1] + "a", lambda: (1,) + [2], lambda: [1] * "a", lambda: [1, "a"].sort(), lambda: sorted([1, None]), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(1), lambda: bytes([256]), lambda: bytes(-1), lambda: {1} | [2], lambda: {1} < 5, lambda: range(1.5), lambda: range("a"), lambda: range(5)[9], lambda: list(5), lambda: max(), lambda: max(1), lambda: min(1, "a"), lambda: [1, 2].index(3, 0, 1), lambda: zip([1], 5), lambda: frozenset().add(1), lambda: [].append(), lambda: [].append(1, 2), lambda: [].sort(1), lambda: {}.get(), lambda: {}.update(5), lambda: sum("ab"), lambda: sum(5), lambda: enumerate(), lambda: reversed({1}), lambda: len(iter([]))]:
    try:
        print("no error", bad())
    except Exception as error:
        print(type(error).__name__, error)
try:
    for key in (grow := {"a": 1}):
        grow[key + "x"] = 1
except RuntimeError as error:
    print(error)
try:
    for item in (shrink := {1, 2}):
        shrink.add(item + 10)
except RuntimeError as error:
    print(error)
try:
    (1, 2)[0] = 5
except TypeError as error:
    print(error)
try:
    "abc"[0] = "x"
except TypeError as error:
    print(error)
try:
    del (1, 2)[0]
except TypeError as error:
    print(error)
tricky = ([1],)
try:
    tricky[0] += [2]
except TypeError as error:
    print(error, tricky)
