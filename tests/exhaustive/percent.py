# Every combination of the parts of a conversion of `%`, over representative values; then of bytes.
VALUES = [0, 42, -1234567, 2**70, True, 1.5, -0.0, 1e22, float("inf"), float("nan"), "aé😀", "x", b"y", 1j, None, [1], Index(65), 0x110000, -1]
KINDS = "diouxXeEfFgGcrsa%yb"


def flags():
    for bits in range(32):
        yield "".join(c for i, c in enumerate("-+ 0#") if bits >> i & 1)


def apply(text, values):
    return text % values


for flag in flags():
    for width in ("", "1", "9"):
        for precision in ("", ".", ".0", ".3", ".10"):
            for kind in KINDS:
                text = "%" + flag + width + precision + kind
                show(text, [attempt(apply, text, (value,)) for value in VALUES])
                show(text, [attempt(apply, text.encode(), (value,)) for value in (42, -7, 2**70, 1.5, "é", b"xyz", bytearray(b"q"), None, 256, -1, True)])
for star in ("%*d", "%.*d", "%*.*f", "%-*d|", "%*s", "%.*s", "%*%", "%*", "%**d", "%l*d", "%.-1d", "%.*.*d"):
    for width in (0, 3, -5, True, None, "x", 1.5, 2**31, -2**31, 2**63, Index(4)):
        # A width of gigabytes would be made.
        if not isinstance(width, int) or abs(width) < 1000 or "." in star and "%*" not in star and width > 0:
            show((star, width), [attempt(apply, star, (width, 42)), attempt(apply, star, (width, width, 42)), attempt(apply, star, width), attempt(apply, star.encode(), (width, 42))])
# What the right side may be.
RIGHTS = [(), (1,), (1, 2), [], [1, 2], {}, {"a": 1}, {"a": 1, "b": 2}, {b"a": 1}, "s", b"b", 1, None, {1}, range(2), 1.5, bytearray(b"q"), ((1, 2),), slice(1)]
for text in ("", "x", "%", "%%", "%d", "%s", "%r", "%d %d", "%(a)d", "%(a)s %(b)s", "%(a)s %s", "%s %(a)s", "%(a", "%(a)", "%()s", "%(a)%", "%(a(b))s", "%(a)*d", "%ld", "%hd", "%Ld", "%lld", "%hhd", "%qd", "%5", "%.", "%-", "% ", "%é", "%日", "%\0", "%c", "%c%c", "é%s", "%s😀%s", "%%d", "%d%%", "%(é)s", "%(a)5.1f|", "%99999999999999999999d", "%.99999999999999999999d", "%.2147483648f"):
    show(text, [attempt(apply, text, right) for right in RIGHTS])
    show(text, [attempt(apply, text.encode("latin-1", "replace"), right) for right in RIGHTS])
# Any short text.
for text in strings("%ds(a)0.*l-", 4):
    show(text, [attempt(apply, "%" + text, right) for right in ((1,), (1, 2), {"a": 1}, "s")])
    show(text, [attempt(apply, b"%" + text.encode(), right) for right in ((1,), (1, 2), {b"a": 1}, b"s")])
