# OrderedDict with keys that are called self, other and items; what update() refuses.
import collections

od = collections.OrderedDict(self=1, other=2, items=3, iterable=4)
print(od, list(od.items()))
od.update(self=5, other=6, new=7)
print(od)
od.update([("self", 8)], self=9)
print(od)
for call in [lambda: collections.OrderedDict([], []), lambda: od.update([], []), lambda: od.update(42), lambda: collections.OrderedDict(42),
             lambda: collections.OrderedDict.update(), lambda: collections.OrderedDict.__init__(42)]:
    try:
        print(call())
    except TypeError as e:
        print(type(e).__name__)
