# Every method of str: over all short texts of an alphabet with one character of each kind of trouble, then with every kind of argument.
from itertools import product
ALPHABET = ["a", "B", "ß", "İ", "ǆ", "ǅ", "\u0301", "😀", "𐐀", " ", "\n", "\x1c", "\u2003", "\xa0", "1", "²", "Ⅷ", "ﬁ", "Σ", "ς", "ŉ", "_", "\0", "ª", "日", "\t", "\x85", "'"]
UNARY = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "isidentifier", "isprintable", "isspace", "isupper", "islower",
         "istitle", "isascii", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "__len__", "__repr__", "encode", "__hash__"]


def call(x, name, *args, **kwargs):
    return getattr(x, name)(*args, **kwargs)


for s in strings(ALPHABET, 2) + ["ΑΣ", "ΑΣ ", "ΑΣ'", "ΑΣΑ", "Σ", "aΣ\u0301", "aΣ\u0301a", "a.Σ", "Σa", "ΣΣΣ", "a\u00adΣ", "i\u0307", "I\u0307", "ǆǅǇ", "they're bill's", "ﬃx", "x\u0345", "ΐ", "ᾳ", "ᾼ", "ᾲ", "ẖ", "\ud800", "a\udfff"]:
    show((s,), [attempt(call, s, name) for name in UNARY[:-1]] + [ascii(s), attempt(s.splitlines, True), attempt(s.encode, "latin-1", "backslashreplace"), attempt(s.encode, "ascii", "xmlcharrefreplace"), attempt(s.encode, "utf-16"), repr(s[::-1]), sorted(s)])
for s in strings(["a", "B", "ß", "ǆ", "Σ", "1", " ", "\n", "\r", "\u2028", "\u0301"], 3):
    show((s,), [attempt(call, s, name) for name in ("title", "capitalize", "swapcase", "lower", "istitle", "isupper", "islower", "splitlines", "split", "rsplit", "strip", "isidentifier")])
# Every character there is, by blocks of 256: where a method changes or a test holds.
for start in range(0, 0x110000, 256):
    if 0xd800 <= start < 0xe000 or 0x40000 <= start < 0xe0000 or start > 0xe0200:
        continue
    block = [chr(c) for c in range(start, start + 256)]
    parts = []
    for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold", "__repr__"):
        parts.append([call(c, name) for c in block if call(c, name) != (c if name != "__repr__" else "'" + c + "'")])
    for name in UNARY[6:18]:
        tests = [call(c, name) for c in block]
        parts.append("all" if all(tests) else "".join("01"[t] for t in tests) if any(tests) else "none")
    parts += [len("".join(block).split()), len("".join(block).splitlines()), len("".join(block).strip()), ("a" + "a".join(block)).isidentifier(), [c for c in block if ("a" + c).isidentifier()] if start < 0x3000 else 0, [attempt(int, c) for c in block if c.isdecimal()], "".join(block).title() if start < 0x3000 else 0]
    show(hex(start), parts)

BOUNDS = [None, -4, -2, -1, 0, 1, 2, 3, 5]
SEARCH = ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]
NEEDLES = strings("aé", 2) + ["aéa", "😀", "a😀", "😀😀"]
for s in strings("aé", 4) + strings("a😀", 3) + strings("ab", 3):
    for needle in NEEDLES if "b" not in s else ["", "a", "b", "ab", "ba", "é", "aba"]:
        for name in SEARCH:
            show((s, needle, name), [attempt(call, s, name, needle, a, b) for a in BOUNDS for b in BOUNDS] if len(s) < 4 or name in ("find", "rfind", "count") else [attempt(call, s, name, needle)])
        show((s, needle), [needle in s, s.partition(needle) if needle else 0, s.rpartition(needle) if needle else 0, attempt(s.split, needle), attempt(s.rsplit, needle), s.removeprefix(needle), s.removesuffix(needle), s.strip(needle), s.lstrip(needle), s.rstrip(needle), s < needle, s == needle, s + needle, attempt(needle.join, s)]
             + [attempt(s.split, needle, n) for n in (-1, 0, 1, 2, 3)] + [attempt(s.rsplit, needle, n) for n in (-1, 0, 1, 2, 3)] + [s.replace(needle, new) for new in ("", "x", "éé", "😀")] + [s.replace(needle, new, n) for new in ("", "x", "éé") for n in (-1, 0, 1, 2, 3)])
for s in strings(["a", " ", "\t", "\u2003", "é"], 4):
    show((s,), [s.split(), s.rsplit(), *[s.split(None, n) for n in range(-1, 4)], *[s.rsplit(None, n) for n in range(-1, 4)], s.strip(), s.lstrip(), s.rstrip(), s.strip(" "), s.strip("a \t"), s.split(" "), s.split(" ", 1)])
for s in strings(["a", "\t", "\n", "\r", "é"], 4):
    show((s,), [s.expandtabs(n) for n in (-1, 0, 1, 2, 3, 8)] + [s.splitlines(), s.splitlines(True)])
for s in ("", "a", "ab", "é", "-1", "+12", "--1", "😀", "-", "+é", "abcdef"):
    show((s,), [attempt(call, s, name, n, fill) for name in ("center", "ljust", "rjust") for n in (-1, 0, 1, 2, 3, 4, 5, 6, 7) for fill in (" ", "*", "é", "😀")] + [attempt(s.zfill, n) for n in range(-1, 9)] + [s * n for n in range(-1, 4)])
    show((s,), [s < t for t in ("", "a", "b", "é", "z", "😀", "\uffff")] + [s == t for t in ("", "a", "é")])

# Every kind of argument, in each place.
ODD = [None, 0, 1, -1, True, 1.5, "", "a", "ab", b"a", [], ["a"], ["a", 1], (), ("a",), ("a", 1), ("a", "b"), {}, {"a": 1}, {97: "x"}, {"a", }, 2**31, 2**63, -2**70, Index(1), Index("x"), 1j, ..., range(2), slice(1), len]
NAMES = ["capitalize", "casefold", "center", "count", "encode", "endswith", "expandtabs", "find", "format_map", "index", "isalnum", "isidentifier", "join", "ljust", "lower", "lstrip", "maketrans", "partition", "removeprefix", "removesuffix", "replace",
         "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "translate", "upper", "zfill", "__contains__", "__getitem__", "__mul__", "__rmul__", "__mod__", "__add__", "__eq__", "__lt__", "__format__"]
SIZED = {"center", "ljust", "rjust", "zfill", "expandtabs", "__mul__", "__rmul__"}


def plain(value):
    return "len" if value is len else value


for name in NAMES:
    for s in ("", "aéa b"):
        show((s, name), [attempt(call, s, name)])
        usable = [v for v in ODD if not (name in SIZED and isinstance(v, int) and v > 1000)]
        for one in usable:
            show((s, name, plain(one)), [attempt(call, s, name, one)])
            show((s, name, plain(one)), [attempt(call, s, name, one, two) for two in ODD])
            show((s, name, plain(one)), [attempt(call, s, name, "a", one, two) for two in ODD if name not in SIZED])
            if name in ("count", "find", "rindex", "startswith", "replace", "split", "maketrans"):
                show((s, name, plain(one)), [attempt(call, s, name, "a", 1, one, 4), attempt(call, s, name, sep="a"), attempt(call, s, name, sep=one, maxsplit=one), attempt(call, s, name, one, maxsplit=one), attempt(call, s, name, old="a", new="b"), attempt(call, s, name, x="a", y=one, z="a")])
            show((s, name, plain(one)), [attempt(call, s, name, keepends=one), attempt(call, s, name, tabsize=one) if one in usable and not (isinstance(one, int) and one > 1000) else 0, attempt(call, s, name, encoding=one), attempt(call, s, name, "ascii", errors=one), attempt(call, s, name, nope=1), attempt(call, s, name, "a", sep="a")])
for one in ODD:
    show(plain(one), [attempt(str, one), attempt(str, one, "utf-8"), attempt(str, b"\xe9", one), attempt(str, b"\xe9", "ascii", one), attempt(str, b"a", errors=one), attempt(str, object=one), attempt(ord, one), attempt(chr, one), attempt(ascii, one), attempt(repr, one), attempt(lambda: "a" + one), attempt(lambda: one + "a"), attempt(lambda: one in "a"), attempt(lambda: "a" < one), attempt(lambda: "a" == one), attempt(lambda: "abc"[one])]
         if one is not len else [])
# Tables of translate and maketrans.
for s in ("", "abc", "aéb😀", "ß"):
    for table in ({}, {97: None}, {97: "X"}, {97: "XYZ"}, {97: 0x1f600}, {97: ""}, {233: "e", 128512: 98}, {97: 1.5}, {97: 0x110000}, {97: -1}, {"a": "b"}, {97: b"x"}, "xyz", ["q"] * 100, "q" * 98, (None,) * 120, None, 5, str.maketrans("abc", "xyz"), str.maketrans("ab", "é😀", "c"), str.maketrans({"a": "long", 98: None})):
        show((s, table), [attempt(s.translate, table)])
for arguments in ((), ("a",), ({"a": 1},), ({"ab": 1},), ({"": 1},), ({1.5: 1},), ({None: 1},), ("ab", "c"), ("a", "b", "c"), ("a", "b", 5), ("é😀", "ab", "é"), ("aa", "bc"), (b"a", "b"), ("a", b"b"), (1, 2), ({}, {}), ({}, "a")):
    show(arguments, [attempt(str.maketrans, *arguments)])
# Coding.
for s in strings(["a", "é", "日", "😀", "\ud800", "\udc80", "\0"], 2):
    show((s,), [attempt(s.encode, codec, errors) for codec in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "UTF8", "Latin_1", "nope", "", "us-ascii") for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "nope")])
for raw in [bytes(p) for n in (0, 1, 2) for p in product((0x00, 0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xed, 0xf0, 0xf4, 0xff), repeat=n)] + [b"\xe6\x97\xa5", b"\xe6\x97", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98", b"\xf4\x90\x80\x80", b"a\xe6\x97b", b"\xc3\xa9\xff", b"\xef\xbb\xbfa", b"\xff\xfea\0", b"\xfe\xff\0a", b"\xff\xfe\0\0a\0\0\0", b"\0\xd8", b"\0\xd8\0\xdc", b"\xf8\x88\x80\x80\x80"]:
    show(raw, [attempt(raw.decode, codec, errors) for codec in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig") for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "nope")])
