# collections.ChainMap: several mappings looked at as one.
from collections import ChainMap, OrderedDict

defaults = {"color": "red", "user": "guest"}
env = {"user": "admin"}
args = {}
c = ChainMap(args, env, defaults)
print(c["color"], c["user"], c.get("nope"), c.get("nope", 1), "user" in c, "nope" in c)
print(len(c), list(c), dict(c), sorted(c.items()), list(c.values()))
print(c, ChainMap(), ChainMap({}), c.maps)

# Writing goes to the first.
c["user"] = "root"
c["extra"] = True
print(args, env, c["user"])
del c["user"]
print(c["user"], args)
print(c.pop("extra"), args, c.pop("gone", "default"))
c.update(a=1, b=2)
print(c.popitem(), args, c.setdefault("color", "x"), c.setdefault("fresh", "y"), args)

# Children and parents.
child = c.new_child({"local": 1})
print(child, child["local"], child.parents == c, c.parents, ChainMap({1: 1}).parents)
child["local"] = 2
grown = c.new_child(x=1)
print(grown.maps[0], c.new_child().maps[0], c.new_child({"m": 1}, n=2).maps[0])
env["later"] = "seen"
print(child["later"])

# Order of iteration: from the last mapping to the first, as updates would be.
print(list(ChainMap({"a": 1, "b": 2}, {"b": 3, "c": 4})))
print(dict(ChainMap({"a": 1, "b": 2}, {"b": 3, "c": 4})))
print(ChainMap(OrderedDict(x=1), {"y": 2}))

# Operators, equality, copies.
print(ChainMap({1: 1}) | {2: 2}, {2: 2} | ChainMap({1: 1}, {3: 3}), ChainMap({1: 1}) | ChainMap({4: 4}))
m = ChainMap({1: 1}, {2: 2})
m |= {3: 3}
print(m)
print(ChainMap({1: 1}, {2: 2}) == {1: 1, 2: 2}, ChainMap({1: 1}) == ChainMap({1: 1}), ChainMap() != {1: 1})
copied = m.copy()
copied[9] = 9
print(m, copied, copied.maps[1] is m.maps[1])
print(bool(ChainMap()), bool(ChainMap({}, {1: 1})), ChainMap.fromkeys("ab", 0))
print(m.keys(), m.values(), m.items(), isinstance(m, dict))
m.clear()
print(m)


class Deep(ChainMap):
    def __missing__(self, key):
        return "no " + key


print(Deep({"a": 1})["z"], Deep({"a": 1}), Deep().new_child({"q": 1}))

for action in (
    lambda: c["nope"],
    lambda: c.pop("nope"),
    lambda: c.__delitem__("nope"),
    lambda: ChainMap().popitem(),
    lambda: hash(ChainMap()),
    lambda: ChainMap({1: 1}) | 1,
    lambda: ChainMap(1)["x"],
    lambda: reversed(ChainMap()),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
