"""dict: get, setdefault, pop, popitem, update, copy, clear, fromkeys and the operators | and |=."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# get never adds a key; setdefault adds it with the value it returns.
d = {"a": 1}
print(d.get("a"), d.get("b"), d.get("b", 5), d, d.setdefault("a", 9), d.setdefault("b", 2), d.setdefault("c"), d)
attempt(d.get)
attempt(d.get, "a", default=1)
attempt(d.get, [])
attempt(d.setdefault, [], 1)
attempt(d.setdefault)

# pop takes a key out; the default serves where it is missing.
print(d.pop("a"), d.pop("zz", None), d.pop("zz", "other"), d)
attempt(d.pop, "zz")
attempt(d.pop, ("t", 1))
attempt(d.pop)
attempt(d.pop, [])
attempt({}.pop, [])
attempt(d.pop, "b", default=0)

# popitem takes the pair that was added last.
d = {"x": 1, "y": 2, "z": 3}
d["x"] = 10
print(d.popitem(), d.popitem(), d)
d["y"] = 20
print(d.popitem(), d.popitem(), d)
attempt(d.popitem)
attempt(d.popitem, 0)

# update takes a mapping, pairs, or names; later values win and old keys keep their place.
d = {"a": 1, "b": 2}
d.update({"b": 3, "c": 4})
d.update([("a", 5), ["d", 6], "ef"])
d.update(a=7, g=8)
d.update((), h=9)
d.update()
print(d, d.update({}))


class Keyed:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return key.upper()


d = {}
d.update(Keyed())
print(d)
attempt(d.update, 5)
attempt(d.update, None)
attempt(d.update, [1])
attempt(d.update, ["abc"])
attempt(d.update, [("a", 1), ("b",)])
attempt(d.update, {}, {})
attempt(d.update, [([], 1)])
print(d)

# | makes a new dict, the right side wins; |= changes the left one and takes pairs too.
left, right = {"a": 1, "b": 2}, {"b": 3, "c": 4}
print(left | right, right | left, left, left | {})
alias = left
left |= right
left |= [("d", 5)]
print(left, alias is left)
attempt(lambda: {} | [("a", 1)])
attempt(lambda: [] | {})
attempt(lambda: {} | None)
attempt(left.__ior__, 5)

# fromkeys: one value for every key, None if none is given; on a subclass it makes the subclass.


class Table(dict):
    pass


print(dict.fromkeys("aba"), dict.fromkeys([1, 2], 0), dict.fromkeys([]), type(Table.fromkeys("a")).__name__, {}.fromkeys("z", 1))
shared = dict.fromkeys("pq", [])
shared["p"].append(1)
print(shared)
attempt(dict.fromkeys, 5)
attempt(dict.fromkeys, [[]])
attempt(dict.fromkeys)

# copy is shallow, and a plain dict; clear empties in place.
t = Table(a=[1])
u = t.copy()
u["a"].append(2)
print(t, type(u).__name__, type(t | {}).__name__, t.clear(), t, u)
