# Every combination of a spec's parts over representative values, errors included.
VALUES = [0, 1, -1234567, 2**70, True, 0.0, -0.0, -1234.5678, 1e20, float("inf"), float("-nan"), 1 - 2j, "aé😀", ""]
ALIGNS = ["", "<", ">", "=", "^", "*<", "é^", "0=", "0>"]
SIGNS = ["", "+", "-", " "]
TYPES = ["", "b", "c", "d", "e", "E", "f", "F", "g", "G", "n", "o", "s", "x", "X", "%", "y"]
for value in VALUES:
    for align in ALIGNS:
        for sign in SIGNS:
            for flags in ("", "z", "#", "0", "z#", "z0", "#0", "z#0"):
                for width in ("", "1", "12"):
                    for grouping in ("", ",", "_"):
                        for precision in ("", ".0", ".3"):
                            spec = align + sign + flags + width + grouping + precision
                            show((value, spec), [attempt(format, value, spec + kind) for kind in TYPES])
# Short texts over the characters that mean something, in any order.
for spec in strings("<=+z#01,_.dfsx ", 3):
    show(spec, [attempt(format, value, spec) for value in (5, -2.5, 1j, "ab", True)])
# What has no format of its own.
for value in (None, b"a", [1], (1,), {}, {1}, range(2), slice(1), ..., NotImplemented, int, len, bytearray(b"a")):
    show(type(value).__name__, [attempt(format, value, spec) for spec in ("", ">5", "d", "s")])
for spec in (None, 1, b"d", True):
    show(("spec", spec), [attempt(format, value, spec) for value in (1, 1.5, "a", None)])
for width in (2**31, 2**63 - 1, 2**63, 10**30):
    show(width, [attempt(lambda: format(value, f"{part}{width}x")) for value in (1, 1.5, 1j, "a") for part in (".", "1.", "<.") if width > 2**62])
for digits in ("٣", "３", "²"):
    show(digits, [attempt(format, value, p + digits + t) for value in (5, 2.5, "abcdef") for p in ("", ".") for t in ("", "d", "f", "s")])
# Grouping with zero padding: every width.
for width in range(0, 30):
    show(width, [attempt(format, value, f"{fill}{width}{group}{kind}") for value in (0, 1, 12, 123, 1234, 123456, 1234567, -1234, 12345678901234567890, -1.5, 1234.5, 1e9, 123456789.25, float("inf"))
                 for fill in ("0", "0=", "*=", "#0", "+0", "") for group in (",", "_", "") for kind in ("", "d", "x", "b", ".2f", "e", "%", ".3")])
# Fields of str.format.
class Box:
    def __init__(self):
        self.a, self.b = {"k": [1, 2], "1": "one", 1: "int one"}, "text"

    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "Box()"

    def __str__(self):
        return "a box"


BOX = Box()
for text in strings("{}0a!r:.[]", 4):
    show(text, [attempt(lambda: text.format(BOX, [7, 8], a=BOX)), attempt(lambda: text.format())])
for text in ("{0.b}", "{0.a[k]}", "{0.a[k][1]}", "{0.a[1]}", "{0.a[-1]}", "{0.a[]}", "{0.a[k}", "{0.a]}", "{0.}", "{0..b}", "{.b}", "{[0]}", "{0[0]}", "{1[0]}", "{1[9]}", "{1[x]}", "{1[-1]}", "{0!s}", "{0!r}", "{0!a}", "{0!x}", "{0!}", "{0!rr}", "{0!r:>9}", "{0:{1}}", "{0:{1[0]}}", "{0:{1!r}}",
             "{0:{0:{0}}}", "{0:{}}", "{:{}}", "{}{0}", "{0}{}", "{2}", "{x}", "{a}", "{a.b}", "{ a}", "{a }", "{0 }", "{-1}", "{+1}", "{00}", "{01}", "{99999999999999999999}", "{0", "}", "{", "{{", "}}", "{{}}", "{{{0}}}", "{0!r", "{0:", "{0:}}", "{0[", "{0.b!r:^10}", "{0:!r}", "{0!r!s}", "{é}", "{1[٣]}", "{٣}", "{0.b.upper}", "{0.nope}", "{a!s:{b}}", "{:>{w}}", "{1:{}}"):
    show(text, [attempt(lambda: text.format(BOX, [7, 8], a=BOX, b=6, w=4)), attempt(text.format_map, {"a": BOX, "b": 5, "é": 2, "0": 9, "x": "X"}), attempt(text.format)])
