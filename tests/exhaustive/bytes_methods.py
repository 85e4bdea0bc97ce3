# Every method of bytes and bytearray: over all short texts of an alphabet, then with every kind of argument.
ALPHABET = [0, 9, 10, 13, 11, 28, 32, 39, 48, 65, 97, 122, 92, 127, 128, 160, 223, 255]
UNARY = ["upper", "lower", "title", "capitalize", "swapcase", "isalpha", "isalnum", "isdigit", "isspace", "isupper", "islower", "istitle", "isascii", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "hex", "__len__", "__repr__"]


def call(x, name, *args, **kwargs):
    return getattr(x, name)(*args, **kwargs)


def every(alphabet, longest):
    found, last = [b""], [b""]
    for _ in range(longest):
        last = [s + bytes([c]) for s in last for c in alphabet]
        found += last
    return found


for s in every(ALPHABET, 2) + every([9, 10, 32, 39, 65, 97], 3):
    for x in (s, bytearray(s)):
        show(x, [attempt(call, x, name) for name in UNARY] + [str(x), x.splitlines(True), x[::-1], sorted(x), list(x), attempt(x.decode), attempt(x.decode, "latin-1"), attempt(hash, x) if type(x) is bytearray else hash(x) == hash(bytes(x)), bool(x)])
show("all", [bytes([c]) for c in range(256)] + [repr(bytes([c, 48])) for c in range(256)] + [attempt(call, bytes([c]), name) for c in range(256) for name in UNARY[:13]])
BOUNDS = [None, -4, -2, -1, 0, 1, 2, 3, 5]
SEARCH = ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]
for s in every([97, 255], 4):
    for needle in [*every([97, 255], 2), 97, 255]:
        for make in (bytes, bytearray):
            x = make(s)
            for name in SEARCH:
                show((x, needle, name), [attempt(call, x, name, needle, a, b) for a in BOUNDS for b in BOUNDS] if len(s) < 3 or name in ("find", "rfind", "count") else [attempt(call, x, name, needle)])
            show((x, needle), [attempt(lambda: needle in x), attempt(lambda: x + needle), attempt(lambda: x < needle), attempt(lambda: x == needle)]
                 + [attempt(call, x, name, needle) for name in ("partition", "rpartition", "split", "rsplit", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip", "join")]
                 + [attempt(x.split, needle, n) for n in (-1, 0, 1, 2, 3)] + [attempt(x.rsplit, needle, n) for n in (-1, 0, 1, 2, 3)] + [attempt(x.replace, needle, new) for new in (b"", b"x", b"yy", bytearray(b"z"))] + [attempt(x.replace, needle, new, n) for new in (b"", b"x") for n in (-1, 0, 1, 2, 3)])
for s in every([97, 32, 9, 10], 4):
    for x in (s, bytearray(s)):
        show(x, [x.split(), x.rsplit(), *[x.split(None, n) for n in range(-1, 4)], *[x.rsplit(None, n) for n in range(-1, 4)], x.strip(), x.strip(b" "), x.strip(b"a \t"), x.split(b" "), x.split(b" ", 1), x.splitlines()] + [x.expandtabs(n) for n in (-1, 0, 1, 2, 8)])
for s in (b"", b"a", b"ab", b"-1", b"+12", b"--1", b"-", b"\xff", b"abcdef"):
    for x in (s, bytearray(s)):
        show(x, [attempt(call, x, name, n, *fill) for name in ("center", "ljust", "rjust") for n in range(-1, 8) for fill in ((), (b"*",), (bytearray(b"\xff"),), (b"**",), (b"",), ("*",), (32,))] + [x.zfill(n) for n in range(-1, 9)] + [x * n for n in range(-1, 4)])
        show(x, [attempt(x.hex, sep, n) for sep in (":", b":", "é", "", "::", b"\xff", 1, None) for n in (-3, -1, 0, 1, 2, 5, 1.5, None, 2**40)])

ODD = [None, 0, 1, -1, 97, 255, 256, True, 1.5, "", "a", b"", b"a", b"ab", bytearray(b"a"), [], [b"a"], [97], [256], [b"a", 1], ["a"], (), (b"a",), (b"a", "b"), (b"a", b"b"), {}, {97: 1}, 2**63, -2**70, Index(1), Index("x"), Index(97), 1j, ..., range(2), slice(1), len]
NAMES = ["capitalize", "center", "count", "decode", "endswith", "expandtabs", "find", "fromhex", "hex", "index", "isalnum", "join", "ljust", "lower", "lstrip", "maketrans", "partition", "removeprefix", "removesuffix", "replace",
         "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "translate", "upper", "zfill", "__contains__", "__getitem__", "__mul__", "__mod__", "__add__", "__eq__", "__lt__", "__iadd__",
         "append", "extend", "insert", "pop", "remove", "reverse", "clear", "copy", "__setitem__", "__delitem__", "__imul__"]
SIZED = {"center", "ljust", "rjust", "zfill", "expandtabs", "__mul__", "__rmul__", "__imul__"}


def plain(value):
    return "len" if value is len else value


for name in NAMES:
    for s in (b"", b"a\xffa b"):
        for make in (bytes, bytearray):
            x = make(s)
            if not hasattr(x, name):
                show((x, name), ["no"])
                continue
            show((x, name), [attempt(call, make(s), name)])
            usable = [v for v in ODD if not (name in SIZED and isinstance(v, int) and v > 1000)]
            for one in usable:
                show((x, name, plain(one)), [attempt(call, y := make(s), name, one), y])
                show((x, name, plain(one)), [attempt(call, make(s), name, one, two) for two in ODD])
                show((x, name, plain(one)), [attempt(call, make(s), name, b"a", one, two) for two in ODD if name not in SIZED])
                show((x, name, plain(one)), [attempt(call, x, name, b"a", 1, one, 4), attempt(call, x, name, keepends=one), attempt(call, x, name, encoding=one), attempt(call, x, name, "ascii", errors=one), attempt(call, x, name, nope=1), attempt(call, x, name, sep=one), attempt(call, x, name, sep=b"a", maxsplit=one), attempt(call, x, name, b"b", delete=one), attempt(call, x, name, None, one)])
for one in ODD:
    if one is not len and not (isinstance(one, int) and one > 2**32):
        for make in (bytes, bytearray):
            show((make.__name__, one), [attempt(make, one), attempt(make, one, "utf-8"), attempt(make, "é", one), attempt(make, "é", "ascii", one), attempt(make, source=one), attempt(make, "a", errors=one), attempt(make.fromhex, one), attempt(make.maketrans, one, b"a"), attempt(make.maketrans, b"a", one), attempt(lambda: make(b"a") + one), attempt(lambda: one + make(b"a")), attempt(lambda: one in make(b"a")), attempt(lambda: make(b"a") < one), attempt(lambda: make(b"a") == one), attempt(lambda: make(b"abc")[one])])
for text in strings("0aF g", 4) + ["é", "00é", "0 0", "00\n11", "\u2003", "0\t0", "zz", "000", "٣٣"]:
    show((text,), [attempt(bytes.fromhex, text), attempt(bytearray.fromhex, text)])
TABLE = bytes(range(255, -1, -1))
for x in (b"", b"abc\xff", bytearray(b"abc\xff")):
    show(x, [attempt(x.translate, table, *rest) for table in (None, TABLE, b"short", bytearray(TABLE), "x", 5) for rest in ((), (b"a",), (b"",), (bytearray(b"ab\xff"),), ("a",), (None,), (5,))])
for arguments in ((), (b"a",), (b"a", b"b"), (b"ab", b"b"), (bytearray(b"a"), b"b"), ("a", b"b"), (b"a", 5), (b"aa", b"bc"), (None, None)):
    show(arguments, [attempt(lambda: bytes.maketrans(*arguments)[95:100])])
