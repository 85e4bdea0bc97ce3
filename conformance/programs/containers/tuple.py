"""tuple: making, finding, slices, operators, comparison, hashing, unpacking."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print((), (1,), (1, 2), tuple(), tuple([1, 2]), tuple("ab"), tuple(x for x in range(3)), tuple({1: 2}))
t = (1, 2, 3)
print(tuple(t) is t, t[:] is t, t + () is t, () + t is t)
attempt(tuple, 1)
attempt(tuple, 1, 2)
attempt(tuple, iterable=[1])

print(t[0], t[-1], t[1:], t[::-1], t[5:], t[True])
for key in (3, -4, 10**30, "a", 1.0, None):
    attempt(lambda: t[key])


def store():
    t[0] = 1


def delete():
    del t[0]


attempt(store)
attempt(delete)

a = (1, 2, 3, 2, 1, 2.0, None)
print(a.index(2), a.index(2, 2), a.index(None), a.count(2), a.count(9), 2 in a, 9 in a)
attempt(a.index, 9)
attempt(a.index, 2, 4, 5)
attempt(a.index)

print((1,) + (2, 3), (1, 2) * 2, 2 * (1, 2), (1,) * 0, (1,) * -1)
attempt(lambda: (1,) + [2])
attempt(lambda: (1,) * "x")
attempt(lambda: (1,) - (1,))

print((1, 2) == (1, 2), (1, 2) == [1, 2], (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 5), (1, 2) >= (1, 2))
attempt(lambda: (1, None) < (1, 2))
attempt(lambda: (1,) < [1])
print((1, None) < (2, None), (1, (2, 3)) == (1.0, (2.0, 3)))

print(hash((1, 2)) == hash((1.0, 2)), hash(()), hash((1, 2)), hash((1, (2, 3))), hash((-1, 10**20, 0.5, True)))
attempt(hash, (1, []))
d = {(1, 2): "a", (1, (2,)): "b", (): "c"}
print(d[(1, 2)], d[(1.0, True + 1)], d[1, (2,)], d[()])

print(bool(()), bool((0,)), len((1, 2)), repr((1,)), str((1, "x")), ((), ((),)))
loop = ([],)
loop[0].append(loop)
print(loop)

x, y = (1, 2)
(x, y), z = (y, x), [3]
first, *rest = t
*start, last = "abc"
head, *middle, tail = range(5)
print(x, y, z, first, rest, start, last, head, middle, tail)


def unpack(n, value):
    if n == 2:
        p, q = value
    elif n == 3:
        p, q, r = value
    else:
        p, *q, r = value
    return "unpacked"


attempt(unpack, 2, (1, 2, 3))
attempt(unpack, 2, (1,))
attempt(unpack, 3, (1,))
attempt(unpack, 0, (1,))
attempt(unpack, 2, 5)
attempt(unpack, 2, "abc")
attempt(unpack, 2, {1: 2, 3: 4})


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


p = Point(3, 4)
print(p, p.x, p == (3, 4), len(p), p[1], hash(p) == hash((3, 4)), {(3, 4): "found"}[p], isinstance(p, tuple))
