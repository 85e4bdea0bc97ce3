"""str: literals, escapes, methods, non-ASCII text, comparison and the repr of everything."""
print("a\tb\\n\x41\u00e9\U0001F600\101\
joined", 'single \' "', "double \" '", r"\raw\n", """triple "quoted" 'text'""", "a" "b" 'c', b"by\x00t\xff", br"\x")
samples = ["", "abc", "ABC", "Hello World", "  pad\t\n", "123", "a,b,,c", "été", "日本語", "😀x", "ß", "ǅ", "İ", "ﬀ", "x" * 5, "a\nb\r\nc", "Title Case"]
for s in samples:
    print(repr(s), len(s), ascii(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), repr(s.strip()), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
print("a,b,,c".split(","), " a  b ".split(), "a b c".split(None, 1), "a,b,c".rsplit(",", 1), "abc".split("x"), "".split(), "".split(","), "a\nb\r\nc\n".splitlines(), "a\nb\n".splitlines(True))
print("-".join(["a", "b"]), "".join([]), ",".join("xyz"), "abcabc".find("c"), "abc".find("z"), "abcabc".rfind("b"), "abc".index("b"), "aaa".count("a"), "aaaa".count("aa"), "abc".count(""), "abc".find(""), "abc".find("", 3), "abc".find("", 4), "héhé".find("é", 2))
print("abc".replace("b", "XX"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "a.b.c".partition("."), "abc".partition("x"), "a.b.c".rpartition("."), "prefix_x".removeprefix("prefix_"), "x_suf".removesuffix("_suf"))
print("abc".startswith("ab"), "abc".startswith(("x", "a")), "abc".endswith("bc", 1), "abc".startswith("b", 1), "x".center(5, "*"), "x".center(4, "-"), "ab".ljust(4, ".") + "|", "ab".rjust(4), "-5".zfill(5), "+5".zfill(4), "5".zfill(3), "a\tb".expandtabs(4), "xxabxx".strip("x"), "abc".lstrip("ba"), "abc".rstrip("c"))
print("abc" < "abd", "a" < "B", "" < "a", "é" > "z", "abc" == "ab" + "c", "a" in "abc", "" in "abc", "ac" in "abc", "abc" * 2, 0 * "a", "ab" * -1)
print("hello".translate({104: "H", 101: None, 108: 76}), str.maketrans("ab", "xy"), str.maketrans({"a": "1"}), "abc".translate(str.maketrans("ab", "xy", "c")))
print("héllo"[1], "héllo"[-1], "日本語"[1:], [c for c in "a😀é"], ord("é"), chr(233), chr(128512), "😀".encode(), b"\xf0\x9f\x98\x80".decode(), "é".encode("utf-8"), len("é".encode()), "aé".encode("ascii", "ignore"), "aé".encode("ascii", "replace"))
for value in ["it's", 'say "hi"', "both ' and \"", "\n\t\\\r", "\x00\x1f\x7f", "\x80\xa0\xad", "\u200b\u2028", "é日", "\U000e0001", "😀", b"it's", b"\x00\n\xff'", ["it's", 1, None], ("a",), {"k": "v"}, {"s"}, frozenset(), set(), range(3), range(1, 9, 2), slice(1, None), 1.0, True, None, ..., NotImplemented, int, len]:
    print(repr(value), str(value))
print(str(5), str(None), str(b"x"), str(b"caf\xc3\xa9", "utf-8"), str(), repr(str), str(1.5), str([1, "a"]))
print("A{}Z".format("-"), "abc".isdecimal(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "Ⅷ".isnumeric(), "١".isdecimal(), int("١٢"))
print(sorted(["b", "A", "a", "B", "é", "z", "Z"]), sorted("hello"), min("hello"), max("hello"), list(reversed("abc")), "abc"[::-1], hash("a") == hash("a"))
parts = []
for i in range(5):
    parts.append(f"{i}:{'x' * i}")
print(";".join(parts))
s = ""
for i in range(100):
    s += chr(97 + i % 26)
print(s, len(s))
for bad in [lambda: "a".split(""), lambda: "a".index("b"), lambda: "a".join(5), lambda: "a".join(["b", 5]), lambda: "a".replace("a"), lambda: "a".center("b"), lambda: "a".center(5, "ab"), lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: "a".encode("nope"), lambda: "abc".startswith(5), lambda: "a".zfill("x"), lambda: "a" % 5, lambda: "a".upper(1), lambda: "a".nope, lambda: "a".find(), lambda: "a".strip(5), lambda: chr(1114112), lambda: "abc"[5]]:
    try:
        print(bad())
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        print(type(error).__name__, error)
