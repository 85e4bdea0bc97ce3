# collections.OrderedDict: order as part of the value.
from collections import OrderedDict

# Making and repr.
print(OrderedDict(), OrderedDict(a=1, b=2), OrderedDict([("x", 1), ("y", 2)]), OrderedDict({"k": "v"}))
print(OrderedDict([(1, 2)], z=3), repr(OrderedDict(a=[1])), str(OrderedDict({1: OrderedDict(b=2)})))
print(OrderedDict.fromkeys("abc"), OrderedDict.fromkeys([1, 2], "v"), OrderedDict.fromkeys([]))

d = OrderedDict(a=1, b=2, c=3, d=4)
d.move_to_end("a")
print(d)
d.move_to_end("d", last=False)
print(d, list(d), list(d.values()), list(d.items()))
d.move_to_end("a")
d.move_to_end("d", False)
print(list(d))
print(d.popitem(), d.popitem(last=False), d)
print(d.pop("b"), d.pop("zz", "default"), d)
d["n"] = 1
d["c"] = 33
print(d)
del d["c"]
d["c"] = 3
print(d, list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))

# The views say what they are of.
print(d.keys(), d.values(), d.items(), OrderedDict().keys())
print("n" in d.keys(), 3 in d.values(), ("c", 3) in d.items(), d.keys() & {"n", "q"})

# Equality: with another OrderedDict the order counts, with a dict it does not.
a = OrderedDict([(1, 2), (3, 4)])
b = OrderedDict([(3, 4), (1, 2)])
print(a == b, a != b, a == dict(b), dict(a) == b, a == OrderedDict(a), a == {1: 2}, a == [1, 3])
print(a != dict(b), a != OrderedDict(a), OrderedDict() == {}, OrderedDict() == OrderedDict())

# Operators, copies, update.
print(a | {5: 6}, {5: 6} | a, type({} | a).__name__, a | b)
c = a.copy()
c |= [(9, 9)]
c[1] = "changed"
print(a, c, type(c).__name__)
c.update({1: 0}, name="n")
c.update([("p", "q")])
print(c)
print(c.setdefault("p", 1), c.setdefault("new", 2), list(c)[-1])
c.clear()
print(c, len(c), bool(c))

# As a cache of the latest.
cache = OrderedDict()
for key in "abcabdaec":
    if key in cache:
        cache.move_to_end(key)
    else:
        cache[key] = key.upper()
        if len(cache) > 3:
            print("drop", cache.popitem(last=False))
print(list(cache))

queue = OrderedDict((i, i * i) for i in range(40))
total = 0
for i in range(100):
    k, v = queue.popitem(last=False)
    total += v
    queue[k + 40] = v + 1
print(total, len(queue), next(iter(queue)), next(reversed(queue)))

loop = OrderedDict(x=1)
loop["me"] = loop
print(loop)


class Latest(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)


l = Latest(a=1, b=2)
l["a"] = 3
print(l, type(l.copy()).__name__, isinstance(l, dict), l == OrderedDict(b=2, a=3))


class Checked(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


c = Checked([("p", 1)], q=2)
c.update(r=3)
print(c)

for action in (
    lambda: OrderedDict(1),
    lambda: OrderedDict([1]),
    lambda: OrderedDict([(1,)]),
    lambda: OrderedDict(["abc"]),
    lambda: OrderedDict(["ab", [1, 2], ""]),
    lambda: OrderedDict({}, {}),
    lambda: OrderedDict().popitem(),
    lambda: OrderedDict().popitem(last=False),
    lambda: OrderedDict(a=1).move_to_end("zz"),
    lambda: OrderedDict().pop("x"),
    lambda: OrderedDict()["x"],
    lambda: hash(OrderedDict()),
    lambda: OrderedDict(a=1) | [1],
    lambda: OrderedDict() < OrderedDict(),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

d = OrderedDict(a=1, b=2)
try:
    for key in d:
        d[key + key] = 1
except RuntimeError as error:
    print(error)
