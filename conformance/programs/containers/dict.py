"""dict: making, reading, writing, order, merging, keys of every kind, and what it refuses."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", repr(e))


def heading(text):
    print("--", text)


heading("construction")
print({}, dict(), dict({1: 2}), dict([(1, 2), [3, 4], "ab"]), dict(a=1, b=2), dict({1: 2}, x=3), dict(zip("ab", (1, 2))))
print({**{1: 2}, "x": 3, **{1: 4}}, {x: x * x for x in range(4)})
attempt(dict, 1)
attempt(dict, [1])
attempt(dict, ["abc"])
attempt(dict, [(1,)])
attempt(dict, [(1, 2), (3, 4, 5)])
attempt(dict, 1, 2)
attempt(dict, {}, {}, a=1)
attempt(dict, [([], 1)])

heading("reading and writing")
d = {"a": 1, 2: "two", None: "none", (1, 2): "pair", 2.5: "real", True: "yes"}
print(d["a"], d[2], d[None], d[1, 2], d[2.5], d[1], d[1.0], len(d))
d[1] = "one"
d[True] = "still the first key"
print(d)
for key in ("b", 7, (1, 3), 2.6, [1], {}, set()):
    attempt(lambda: d[key])
print(d.get("a"), d.get("z"), d.get("z", 0), d.get(2, "no"))
attempt(d.get)
attempt(d.get, [])
print("a" in d, "z" in d, 1.0 in d, None in d)
attempt(lambda: [] in d)


def delete(key):
    del d[key]


delete("a")
attempt(delete, "a")
attempt(delete, [])
print(d)

heading("order")
d = {"c": 1, "a": 2, "b": 3}
d["c"] = 9
del d["a"]
d["a"] = 4
print(d, list(d), list(d.values()), list(d.items()), list(reversed(d)))
d.pop("c")
d["c"] = 0
print(d)

heading("many keys")
d = {}
for i in range(1000):
    d[i * 7 % 1009] = i
for i in range(0, 1009, 3):
    d.pop(i, None)
for i in range(500):
    d["k" + str(i)] = i
print(len(d), sum(k for k in d if isinstance(k, int)), d["k499"], d[7], 3 in d, list(d)[:5], list(d)[-2:])
print(all(d[k] is v for k, v in d.items()))
for i in range(500):
    del d["k" + str(i)]
print(len(d), list(d)[-1])

heading("pop, popitem, setdefault, clear")
d = {1: "a", 2: "b", 3: "c"}
print(d.pop(2), d.pop(9, "default"), d.popitem(), d)
attempt(d.pop, 9)
attempt(d.pop)
attempt(d.pop, [])
attempt({}.popitem)
print(d.setdefault(1, "z"), d.setdefault(5, []), d.setdefault(6), d)
d.setdefault(5).append(1)
print(d)
d.clear()
print(d, len(d), bool(d))
attempt(d.setdefault)

heading("update and merge")
d = {1: 1}
d.update({2: 2}, x=3)
d.update([(1, "new"), ("y", 4)])
d.update()
d.update(a=0)
print(d)
attempt(d.update, 5)
attempt(d.update, [5])
attempt(d.update, [(1, 2, 3)])
attempt(d.update, {}, {})
print({1: 2} | {1: 3, 4: 5}, {**d} == d)
d |= {"z": 26}
d |= [("w", 23)]
print(d)
attempt(lambda: {} | [(1, 2)])
attempt(lambda: {} | None)


class Mapping:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return key.upper()


print(dict(Mapping()), {**Mapping()}, {0: 0, **Mapping()})

heading("fromkeys and copy")
print(dict.fromkeys("aba"), dict.fromkeys([1, 2], 0), dict.fromkeys({3: 4}), {}.fromkeys(range(2), "v"))
attempt(dict.fromkeys)
attempt(dict.fromkeys, 5)
attempt(dict.fromkeys, [[]])
d = {1: [2]}
e = d.copy()
print(e == d, e is d, e[1] is d[1])

heading("comparison")
print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {1: 2} == {1: 2, 3: 4}, {1: 2} != {}, {1: 1.0} == {1.0: 1}, {} == [])
attempt(lambda: {} < {})

heading("equal keys")
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, {0: "a", 0.0: "b", False: "c"}, {"a": 1, b"a": 2}, {2**70: 1, float(2**70): 2}, {1: 2, 1 + 0j: 3})
print({-1: "m", -2: "n"}[-1], {2**61 - 1: "p", 0: "z"}[0], {0.5: "h"}[1 / 2], {-0.0: "zero"}[0])

heading("keys with their own __hash__ and __eq__")


class Word:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(len(self.text))

    def __eq__(self, other):
        return isinstance(other, Word) and self.text == other.text

    def __repr__(self):
        return "W(" + self.text + ")"


d = {Word("ab"): 1, Word("cd"): 2, Word("abc"): 3}
d[Word("ab")] = 4
print(d, d[Word("cd")], d.get(Word("zz")), Word("abc") in d, len(d))
attempt(lambda: d[Word("zz")])


class Same:
    def __hash__(self):
        return 1


d = {Same(): i for i in range(50)}
print(len(d), sum(d.values()))


class Unhashable:
    def __eq__(self, other):
        return True


attempt(lambda: {Unhashable(): 1})


class BadHash:
    def __hash__(self):
        return "x"


attempt(lambda: {BadHash(): 1})

heading("changes during iteration")


def change(d, action):
    for k in d:
        action(k)


d = {1: 1, 2: 2}
attempt(change, d, lambda k: d.update({k + 10: 0}))
attempt(change, d, lambda k: d.pop(k))
attempt(change, d, lambda k: d.update({k: "same keys"}))
print(d)

heading("classes derived from dict")


class Default(dict):
    def __missing__(self, key):
        self[key] = value = [key]
        return value


d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d, len(d), d == {"a": 1, "b": ["b"]}, isinstance(d, dict))
print(dict(d), {**d}, type(d.copy()) is dict, Default.fromkeys("x"))


class Counting(dict):
    def __init__(self, words):
        super().__init__()
        for w in words:
            self[w] = self.get(w, 0) + 1


print(Counting("abracadabra"))

heading("repr")
d = {"self": None, 1: {2: {}}}
d["self"] = d
print(d)
