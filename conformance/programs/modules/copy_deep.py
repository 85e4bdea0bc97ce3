# copy.deepcopy: everything below.
import copy
from collections import Counter, OrderedDict, defaultdict, deque

for thing in (1, 1.5, "s", None, True, (), (1, "a"), frozenset([1]), b"b", range(3), len, int, Ellipsis, (1, (2, 3))):
    print(type(thing).__name__, copy.deepcopy(thing) is thing)

a = [1, [2, [3]], {"k": [4]}, (5, [6]), {7}, bytearray(b"9")]
b = copy.deepcopy(a)
b[1][1].append("x")
b[2]["k"].append("y")
b[3][1].append("z")
b[5].append(65)
print(a, b, sep="\n")

# What is shared stays shared, what goes in circles still does.
inner = [0]
pair = copy.deepcopy([inner, inner])
pair[0].append(1)
print(pair, inner)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again, again[1] is again, again is loop)
d = {}
d["self"] = d
e = copy.deepcopy(d)
print(e, e["self"] is e)
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u, u is t)

for thing in (deque([[1]], 4), OrderedDict(a=[1]), Counter("ab"), defaultdict(list, a=[1])):
    made = copy.deepcopy(thing)
    print(type(made).__name__, made, made == thing, made is thing)
x = defaultdict(list, a=[1])
y = copy.deepcopy(x)
y["a"].append(2)
print(x, y, y["new"], deque([[1]], 4).maxlen)


class Node:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children = name, parent, []
        if parent:
            parent.children.append(self)


root = Node("root")
Node("a", root)
Node("b", root)
tree = copy.deepcopy(root)
tree.children[0].name = "changed"
print([c.name for c in root.children], [c.name for c in tree.children], tree.children[1].parent is tree)


class Tagged(list):
    pass


g = Tagged([[1]])
g.tag = ["t"]
h = copy.deepcopy(g)
h[0].append(2)
h.tag.append("u")
print(g, g.tag, h, h.tag, type(h).__name__)


class Table(dict):
    pass


k = Table(a=[1])
m = copy.deepcopy(k)
m["a"].append(2)
print(k, m, type(m).__name__)


class Own:
    def __init__(self, v):
        self.v = v

    def __deepcopy__(self, memo):
        return Own([self.v, type(memo).__name__])


print(copy.deepcopy([Own(1)])[0].v)


class Single:
    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


one = Single()
print(copy.copy(one) is one, copy.deepcopy({"k": [one]})["k"][0] is one)


class Stateful:
    def __init__(self):
        self.data = [1]

    def __getstate__(self):
        return {"data": self.data, "more": [2]}


s = Stateful()
v = copy.deepcopy(s)
v.data.append(9)
print(s.data, v.data, v.more)


class Handler:
    def __init__(self):
        self.log = []

    def note(self, x):
        self.log.append(x)


n = Handler()
w = copy.deepcopy({"f": n.note, "h": n})
w["f"](1)
print(n.log, w["h"].log)

memo = {}
q = [1]
r = copy.deepcopy(q, memo)
print(memo[id(q)] is r, r == q)
f = lambda: 1
print(copy.deepcopy([f])[0] is f, copy.deepcopy(Node) is Node)
z = copy.deepcopy(KeyError("k", [1]))
print(type(z).__name__, z.args)
