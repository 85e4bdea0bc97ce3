"""abs, divmod, pow, round, bin, hex, oct, chr, ord, hash, format over a grid."""


def show(f, *args):
    try:
        return repr(f(*args))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


GRID = [0, 1, -1, 7, -7, 255, 2**31, -2**63, 2**64, 10**30, 0.0, -0.0, 0.5, 1.5, 2.5, -2.5, 1e16, 1e300, float("inf"), float("nan"),
        True, 3 + 4j, "a", None, [1], b"x"]
for f in (abs, bin, hex, oct, chr, ord, round, int, float, complex, bool, len, repr, ascii):
    print(f.__name__, [show(f, v) for v in GRID])
for f in (divmod, pow, round, format, isinstance):
    for a in GRID[:24]:
        print(f.__name__, repr(a), [show(f, a, b) for b in (0, 1, -1, 2, 3, -3, 0.5, 2.0, "", "d", ".2f", None, 10)])
print([show(pow, 3, e, m) for e in (-1, 0, 1, 5, 10**20) for m in (0, 1, 7, -7, 10**9 + 7)])
print([hash(v) for v in (0, 1, -1, -2, 2**61 - 1, 2**61, 10**30, 0.5, 1.5, -0.0, float("inf"), float("-inf"), 1j, 3 + 4j, True)])
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2**70) == hash(float(2**70)))
print([show(hash, v) for v in ([], {}, {1}, bytearray())], hash((1, 2)) == hash((1, 2)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print([show(chr, v) for v in (97, 0x1F600, 0x110000, -1, 1.5, "a")], [show(ord, v) for v in ("a", "é", "ab", "", b"a", b"ab", 3)])
print([round(x, n) for x in (2.675, 1.005, 1234.5678, -0.5, 0.5, 1.5, 1e22) for n in (-3, -1, 0, 1, 2, 3)])
print([round(x, n) for x in (1234567, -15, 25, 35, 10**20 + 5) for n in (-3, -2, -1, 0, 1)], round(True), round(2.5), round(-3.5))
