"""The order of a dict: that of first insertion, through changes, deletions, unions and views; keys that are equal."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Keys come in the order in which they were first put in; a new value does not move a key.
d = {}
for word in "the cat and the dog and the bird".split():
    d[word] = d.get(word, 0) + 1
print(d, list(d), list(reversed(d)))
d["the"] = 0
print(list(d.items()))

# A key that was deleted and comes back goes to the end.
del d["cat"]
d["cat"] = "back"
print(list(d))
d.pop("the")
d.setdefault("the", 1)
print(list(d), list(d.values()), list(reversed(d.values())), list(reversed(d.items())))

# Many deletions in between change nothing about the rest.
n = {i: i * i for i in range(50)}
for i in range(50):
    if i % 7:
        del n[i]
n[3] = "three"
print(n)
while len(n) > 2:
    n.popitem()
n[100] = None
print(n)

# Keys that are equal are one key; the first one stays, with the last value.
print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b", -0.0: "c", 0j: "d"}, {"a": 1, "a": 2})
print({True: 1, 1: 2}, dict([(1.0, "x"), (1, "y")]), dict(a=1, **{"b": 2}), {**{"x": 1, "y": 2}, "x": 3}, {"x": 0, **{"y": 1, "x": 2}})
nan = float("nan")
print(len({nan: 1, nan: 2}), len({nan: 1, float("nan"): 2}), {nan: 1}[nan])
print({(1, 2): "t", (1.0, 2.0): "u"}, {b"a": 1, "a": 2}, {None: 0, (): 1, "": 2, frozenset(): 3})

# Equality looks at pairs, not at their order.
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {"a": 1} != {"a": 2}, {} == [], list({"a": 1, "b": 2}) == list({"b": 2, "a": 1}))
attempt(lambda: {} < {})

# Comprehensions and constructors keep the order of their source.
print({k: v for v, k in enumerate("zebra")}, dict(zip("cab", range(3))), dict.fromkeys("cabbac"))

# Arguments by name arrive in their order, and so do those of **.


def names(**keywords):
    return list(keywords)


print(names(z=1, a=2, m=3), names(**{"y": 1, "b": 2}, a=0))
attempt(names, **{"a": 1}, **{})
attempt(lambda: names(**{"a": 1}, **{"a": 2}))
attempt(lambda: names(**{1: 2}))

# A union keeps the left order and adds what the right has more.
print({"b": 1, "a": 2} | {"c": 3, "a": 4, "d": 5})

# Views follow the dict, whenever they were made.
d = {"one": 1}
keys, values, items = d.keys(), d.values(), d.items()
d["two"] = 2
del d["one"]
d["three"] = 3
print(keys, values, items, len(keys), "two" in keys, 3 in values, ("two", 2) in items, ("two", 3) in items)
attempt(lambda: keys[0])
attempt(lambda: {[]: 1})
attempt(lambda: {{}: 1})
attempt(lambda: d["none"])
