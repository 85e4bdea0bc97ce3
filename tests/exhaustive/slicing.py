# Subscripts and slices of every sequence, read, assigned and deleted, for all small bounds and steps.
N = 5
BOUNDS = [None, *range(-N - 2, N + 3)]
STEPS = [None, -6, -3, -2, -1, 0, 1, 2, 3, 6]
FAR = [None, 0, 2, -2, 2**31, -2**31, 2**63 - 1, -2**63, 2**63, -2**64, 10**30, -10**30]
ODD = [1.0, "1", b"1", (), [], None, Index(1), Index(2**70), Index("x"), True, 1j, slice(1), ...]
SEQUENCES = [list(range(N)), tuple(range(N)), "aé日😀z", "abcde", "é" * 2, "", b"abcde", b"", bytearray(b"abcde"), bytearray(), range(N), range(10, -7, -4),
             range(0), range(-2**65, 2**65, 2**63), [], ()]


class L(list):
    pass


class S(str):
    pass


def get(x, a, b, c):
    return x[a:b:c]


def assign(x, a, b, c, value):
    x[a:b:c] = value
    return x


def delete(x, a, b, c):
    del x[a:b:c]
    return x


def assign_item(x, i, value):
    x[i] = value
    return x


def delete_item(x, i):
    del x[i]
    return x


for x in SEQUENCES:
    for a in BOUNDS:
        for b in BOUNDS:
            show((x, a, b), [attempt(get, x, a, b, c) for c in STEPS])
    for a in FAR:
        for b in FAR:
            show((x, a, b), [attempt(get, x, a, b, c) for c in FAR])
    for bound in ODD:
        show((x, bound), [attempt(get, x, bound, None, None), attempt(get, x, None, bound, None), attempt(get, x, None, None, bound), attempt(lambda: x[bound])])
    show(x, [attempt(lambda: x[i]) for i in BOUNDS + FAR])
    show(x, [attempt(get, x, a, b, None) for a in (True, False) for b in (True, False)])

for n in range(N + 1):
    for a in BOUNDS:
        for b in BOUNDS:
            show(("indices", n, a, b), [attempt(slice(a, b, c).indices, n) for c in STEPS])
for a in FAR:
    for b in FAR:
        show(("indices", a, b), [attempt(slice(a, b, c).indices, n) for c in FAR for n in (0, 4, 2**63, 2**80)])
for odd in ODD + [-1]:
    show(("indices", odd), [attempt(slice(odd).indices, 4), attempt(slice(odd, 1).indices, 4), attempt(slice(1, 2, odd).indices, 4), attempt(slice(1).indices, odd)])

MUTABLE = [lambda n: list(range(n)), lambda n: bytearray(range(97, 97 + n)), lambda n: L(range(n))]
VALUES = [b"", b"Z", b"XY", b"UVW", b"12345", b"1234567"]
for make in MUTABLE:
    for n in (0, 1, 2, 5):
        for a in BOUNDS:
            for b in BOUNDS:
                show((n, a, b), [attempt(delete, make(n), a, b, c) for c in STEPS])
                if n in (0, 5):
                    for value in VALUES:
                        show((n, a, b, value), [attempt(assign, make(n), a, b, c, value) for c in STEPS])
        for a in FAR:
            for b in FAR:
                show((n, a, b), [attempt(delete, make(n), a, b, c) for c in FAR] + [attempt(assign, make(n), a, b, c, b"Q") for c in FAR])
        for i in BOUNDS + FAR + ODD:
            show((n, i), [attempt(assign_item, make(n), i, 65), attempt(delete_item, make(n), i), attempt(assign, make(n), i, None, None, b"R"), attempt(delete, make(n), None, i, None)])
    for value in (None, 1, 1.5, "xy", "é", b"xy", [1, 2], [1, 300], ["a"], (65, 66), {1: 2}, range(3), [b"a"], True, iter([5, 6]), [Index(7)], [-1], object):
        show(("value", value if value is not object and not repr(value).startswith("<") else 0),
             [attempt(assign, make(5), 1, 3, c, value) for c in (None, 1, 2, -1)] + [attempt(assign_item, make(5), 1, value)])
    # Itself as the value.
    for a in range(-1, 6):
        for b in range(-1, 6):
            for c in (None, 1, 2, -1):
                x = make(5)
                show(("self", a, b, c), [attempt(assign, x, a, b, c, x)])

for x in ((1, 2), "ab", b"ab", range(3), {1}, 5, None, 1.5, {1: 2}):
    show(("refused", x), [attempt(assign_item, x, 0, 1), attempt(delete_item, x, 0), attempt(assign, x, 0, 1, None, "z"), attempt(delete, x, 0, 1, None), attempt(get, x, 0, 1, None)])
for s in (S("abcdé"), S("")):
    for a in BOUNDS:
        for b in BOUNDS:
            show(a, [type(s[a:b]).__name__, attempt(get, s, a, b, -1)])

# Repetition, concatenation, search with bounds.
for x in ([], [1], [1, 2, 1], (), (1,), (1, 2, 1), "", "aé", b"", b"ab", bytearray(b"ab")):
    show(x, [attempt(lambda: x * n) for n in (-1, 0, 1, 2, 3, True, Index(2), 1.0, None, -2**70)])
    show(x, [attempt(lambda: n * x) for n in (-1, 0, 1, 2, 3, True, Index(2), 1.0, None, -2**70)])
    for y in ([], [1, 2], (), (1, 2), "", "é", b"", b"b", bytearray(b"b"), None, 1):
        show((x, y), [attempt(lambda: x + y), attempt(lambda: x < y), attempt(lambda: x == y), attempt(lambda: y in x)])
for x in ([1, 2, 1, 3, 1], (1, 2, 1, 3, 1)):
    for a in (*BOUNDS[1:], *FAR[1:]):
        show((x, a), [attempt(x.index, v, a) for v in (1, 2, 3, 4)] + [attempt(x.index, v, a, b) for b in (*BOUNDS[1:], *FAR[1:]) for v in (1, 2, 3, 4)])
    show(x, [attempt(x.index, 1, odd) for odd in ODD] + [attempt(x.count, v) for v in (1, 2, 3, 4, None, 1.0, True)])
for a in range(-3, 4):
    for b in range(-3, 4):
        for c in (-3, -2, -1, 1, 2, 3):
            r = range(a, b, c)
            show(r, [list(r), len(r), list(reversed(r)), [attempt(r.index, v) for v in range(-4, 5)], [v in r for v in range(-4, 5)], [r.count(v) for v in (-1, 0, 1, 1.0, True, "x")], bool(r), [r == range(a2, b2, c) for a2 in range(-3, 4) for b2 in (0, 3)]])
for n in (0, 1, 5):
    for i in (*BOUNDS, *FAR, *ODD):
        x, y = list(range(n)), bytearray(range(n))
        show((n, i), [attempt(x.insert, i, 9), x, attempt(y.insert, i, 9), y])
        x, y = list(range(n)), bytearray(range(n))
        show((n, i), [attempt(x.pop, i), x, attempt(y.pop, i), y])
