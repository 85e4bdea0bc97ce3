"""list: append, extend, insert, pop, remove, index, count, copy, clear and reverse, one by one."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Methods that change the list return None.
a = [3, 1, 2]
print(a.append(4), a.extend([5]), a.insert(0, 0), a.remove(3), a.reverse(), a.sort(), a, a.clear(), a)

# append adds one thing, extend the items of an iterable; a list may hold and extend by itself.
a = []
a.append([1])
a.append(a)
print(a, len(a), a[1] is a)
b = [1, 2]
b.extend(b)
b.extend("xy")
b.extend({"k": 0})
b += (7, 8)
print(b)
attempt(b.extend, 5)
attempt(b.extend)
attempt(b.append)
attempt(b.append, 1, 2)


# extend keeps what an iterable gave before it failed.
def failing():
    yield "first"
    raise ValueError("second")


c = []
attempt(c.extend, failing())
print(c)

# insert clips its place to the ends.
for place in (-10, -3, -1, 0, 1, 3, 10, True):
    d = [1, 2, 3]
    d.insert(place, "new")
    print(place, d)
attempt(d.insert, "0", 1)
attempt(d.insert, 1.0, 1)
attempt(d.insert, 1)

# pop: the last item or the one at a place.
d = list("abcdef")
print(d.pop(), d.pop(0), d.pop(-2), d.pop(1), d)
attempt(d.pop, 2)
attempt(d.pop, -3)
attempt(d.pop, "x")
attempt(d.pop, None)
attempt([].pop)
attempt([].pop, 0)

# remove, index and count find by == (or by being the same thing); remove takes the first.
e = [1, True, 1.0, "1", 2, 1]
e.remove(1.0)
print(e, e.count(1), e.index(1), e.index("1"), e.index(1, 2), e.count("x"))
nan = float("nan")
print([nan].count(nan), [nan].index(nan), [nan].count(float("nan")), nan in [nan])
attempt(e.remove, "x")
attempt(e.index, "x")
attempt(e.index, [1])
attempt(e.remove)

# index within a range: bounds of a slice, clipped.
f = list("abcabc")
print(f.index("a", 1), f.index("c", -1), f.index("b", -100, 100), f.index("a", 3, 4))
attempt(f.index, "a", 4)
attempt(f.index, "a", 1, 3)
attempt(f.index, "b", -2, -2)
attempt(f.index, "a", "0")
attempt(f.index, "a", None)
attempt(f.index, "a", 0, 1, 2)

# copy is shallow, and of a subclass a plain list.


class Stack(list):
    pass


inner = [1]
g = Stack([inner])
h = g.copy()
inner.append(2)
print(h, h[0] is inner, h == g, h is g, type(h).__name__, type(g[:]).__name__, type(g + []).__name__, type(g * 1).__name__)
attempt(h.copy, 1)
attempt(h.clear, 1)
attempt(h.reverse, 1)
print([1, 2, 3].reverse(), [*reversed([1, 2, 3])], [[]] * 2, [1] * -1)
