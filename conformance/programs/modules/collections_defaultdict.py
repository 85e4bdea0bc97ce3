# collections.defaultdict: the factory, and all that a dict can do.
from collections import defaultdict

groups = defaultdict(list)
for word in "the quick brown fox jumps over the lazy dog".split():
    groups[len(word)].append(word)
print(groups)
print(dict(groups), sorted(groups), groups[3][0], len(groups), 9 in groups)

counts = defaultdict(int)
for letter in "mississippi":
    counts[letter] += 1
print(counts, counts["z"], "z" in counts, counts)

# Only [] asks the factory.
d = defaultdict(lambda: "made", {"a": 1}, b=2)
print(d.get("x"), d.get("x", 5), "x" in d, d.pop("x", None), d.setdefault("s", 3))
print(d["x"], list(d.items()))
print(d.default_factory())
d.default_factory = None
try:
    d["new"]
except KeyError as error:
    print("KeyError", error)
d.default_factory = set
d["set"].add(1)
print(d["set"])

# Making, repr.
print(defaultdict(), defaultdict(None), defaultdict(int), defaultdict(list, [(1, 2)]), defaultdict(None, a=1))
print(repr(defaultdict(str, {"k": "v"})), str(defaultdict(dict)), f"{defaultdict(bool)}")
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
nested["a"]["c"] += 2
print({k: dict(v) for k, v in nested.items()})


def tree():
    return defaultdict(tree)


t = tree()
t["x"]["y"]["z"] = 1
print(t["x"]["y"]["z"], list(t), list(t["x"]), len(t["q"]), list(t))

loop = defaultdict(list)
loop["self"] = loop
print(loop)

# Copies and operators keep the factory.
a = defaultdict(list, {1: [1]})
b = a.copy()
b[2].append(5)
print(a, b, b.default_factory, type(b).__name__)
print(a | {3: 4}, {3: 4} | a, type({} | a).__name__, (a | {}).default_factory)
a |= {9: 9}
print(a, a == {1: [1], 9: 9}, a == defaultdict(int, {1: [1], 9: 9}), a != {})
print(isinstance(a, dict), defaultdict.__name__, defaultdict)


class Registry(defaultdict):
    def __missing__(self, key):
        value = self[key] = "<" + key + ">"
        return value


r = Registry()
print(r["a"], r, r.default_factory)


class Numbered(defaultdict):
    def __init__(self, start):
        super().__init__(self.number)
        self.next = start

    def number(self):
        self.next += 1
        return self.next


n = Numbered(10)
print(n["a"], n["b"], n["a"], dict(n))

calls = []


def factory():
    calls.append(len(calls))
    return calls[-1]


f = defaultdict(factory)
print([f[k] for k in "abca"], calls)


def failing():
    raise ValueError("no value")


for action in (
    lambda: defaultdict(1),
    lambda: defaultdict("list"),
    lambda: defaultdict([]),
    lambda: defaultdict(list, 5),
    lambda: defaultdict(list, {}, {}),
    lambda: defaultdict(failing)["x"],
    lambda: defaultdict(list)[[]],
    lambda: defaultdict(lambda key: key)["x"] if False else defaultdict(len)["x"],
    lambda: hash(defaultdict()),
    lambda: defaultdict(list) | 1,
    lambda: defaultdict(list) < {},
    lambda: defaultdict(list).missing,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
