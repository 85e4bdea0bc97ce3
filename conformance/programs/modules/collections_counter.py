# collections.Counter: counting, the most common, arithmetic.
from collections import Counter

# Making.
print(Counter(), Counter("abracadabra"), Counter([1, 2, 1]), Counter(a=2, b=1), Counter({"x": 3, "y": 0}))
print(Counter("ab", a=5), Counter(Counter("aab")), Counter((x % 3 for x in range(10))))
print(Counter(None), Counter(iterable=1))

c = Counter("hello world")
print(c["l"], c["z"], "z" in c, len(c), sum(c.values()), c.total())
print(c.most_common(3), c.most_common(0), c.most_common(-1), c.most_common(100) == c.most_common())
print(Counter("bca").most_common(), Counter().most_common(2))
print(sorted(c), list(c)[:4], sorted(c.elements()))
print(list(Counter(a=2, b=0, c=-1, d=1).elements()))

# A missing element is 0 and does not come in by being read.
c = Counter()
print(c["a"], c, c.get("a"), c.get("a", 7))
c["a"] += 1
c["b"] -= 1
print(c)
del c["a"]
del c["not there"]
print(c)

# update and subtract.
c = Counter(a=3, b=1)
c.update("abc")
print(c)
c.update({"a": 10}, z=2)
print(c)
c.update()
c.update(None)
c.subtract("aab")
print(c)
c.subtract({"a": 5}, b=1)
c.subtract(z=1)
c.subtract()
print(c)

# Arithmetic keeps positive counts only.
x = Counter(a=3, b=1, e=-2)
y = Counter(a=1, b=2, d=4)
print(x + y, x - y, y - x, x & y, x | y)
print(+x, -x, +Counter(), -Counter(a=0))
z = Counter(x)
z += y
print(z)
z -= Counter(a=4, d=1)
print(z)
z |= Counter(a=1, q=9, r=-1)
print(z)
z &= Counter(q=5, d=1)
print(z)

# Comparison as of multisets: what is missing counts 0.
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) != Counter(b=1), Counter(a=1) == {"a": 1})
print(x <= y, Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1, b=1), Counter() < Counter())
print(Counter(a=2) > Counter(a=1), Counter(a=2) >= Counter(a=2, b=1), Counter(a=2) >= Counter(a=1))

# It is a dict.
print(isinstance(c, dict), dict(Counter("aab")), list(Counter("aab").items()), {**Counter("ab")})
d = Counter("aab")
print(d.pop("a"), d, d.setdefault("q", 4), d.popitem(), d.keys())
e = d.copy()
e["b"] = 100
print(d, e, type(e).__name__)
print(Counter("ab") | {"a": 5} if False else "no dict in arithmetic")

# repr in the order of the counts.
print(repr(Counter("bbbaac")), str(Counter({"x": 1, "y": 5})), f"{Counter('a')}")
print(Counter({"a": 1, "b": "not a number"}))
print(Counter({"a": 1.5, "b": 2.5}), Counter([(1, 2), (1, 2)]), Counter([True, 1, 1.0]))


class Words(Counter):
    def __missing__(self, key):
        return -1


w = Words("aab")
print(w, w["zz"], w.copy(), type(w + w).__name__, w + w)


class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


loud = Loud("aab")
loud.update("b")

for action in (
    lambda: Counter(5),
    lambda: Counter([[1]]),
    lambda: Counter("a", "b"),
    lambda: Counter.fromkeys("ab"),
    lambda: Counter("a") + 1,
    lambda: Counter("a") + {"a": 1},
    lambda: Counter("a") < {"a": 1},
    lambda: Counter("a").most_common("x"),
    lambda: hash(Counter()),
    lambda: list(Counter({"a": "x"}).elements()),
    lambda: Counter({"a": "x"}) + Counter({"a": 1}),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
