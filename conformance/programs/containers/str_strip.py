"""str.strip, lstrip, rstrip, removeprefix and removesuffix: what is taken off the ends."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Without an argument, or with None: white space, as str.isspace knows it.
for text in ("  both  ", "\t\n\v\f\r \x1c\x1f\x85\xa0x\u2028\u3000", "inner space", "", " \n "):
    print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()), text.strip(None) == text.strip())
print(repr("\u200bzero width is no white space\ufeff".strip()))

# With an argument: any of its characters, in any order, as often as they come.
print("xxyxyhelloyxyx".strip("xy"), "xyx".strip("xy") == "", "hello".strip("xyz"))
print("www.example.com".strip("cmowz."), "www.example.com".lstrip("w."), "www.example.com".rstrip("moc."))
print(repr("  spaces stay  ".strip("x")), repr("text".strip("")), repr("[a-c]".strip("a-c")), repr("bab".strip("a-c")))
print("ééaéé".strip("é"), "🐍a🐍b🐍".lstrip("🐍"), "abc".strip("é🐍"), "é→x→é".rstrip("→é"))

# The set of characters is a str or None, one and by position.
for chars in (1, b"x", ["x"]):
    attempt("xax".strip, chars)
    attempt("xax".lstrip, chars)
    attempt("xax".rstrip, chars)
attempt("x".strip, "x", "y")
attempt("x".strip, chars="x")

# removeprefix and removesuffix take off one whole affix, once, or nothing at all.
for affix in ("", "ab", "abab", "ba", "ababab", "x"):
    print(repr(affix), repr("ababab".removeprefix(affix)), repr("ababab".removesuffix(affix)))
print("prefix".removeprefix("prefixes"), repr("same".removesuffix("same")), "🐍py".removeprefix("🐍"), "été".removesuffix("é"))
attempt("x".removeprefix)
attempt("x".removeprefix, None)
attempt("x".removeprefix, ("x", "y"))
attempt("x".removesuffix, b"x")
attempt("x".removesuffix, "x", "y")


# A text that is not changed is equal to itself; the result for a subclass is a plain str.
class Label(str):
    pass


for result in (Label("a").strip(), Label(" a ").strip(), Label("a").removeprefix("b"), Label("a").removesuffix("a")):
    print(repr(result), type(result).__name__)

# bytes and bytearray: ASCII white space, or any byte of an object with bytes; bytearray gives a new bytearray.
print(b" \t\n\r\x0b\x0cx\xa0 ".strip(), b"xxaxx".lstrip(b"x"), b"xxaxx".rstrip(bytearray(b"x")), b"ab".strip(b"ab"))
array = bytearray(b"  a  ")
print(array.strip(), array.lstrip(), array.rstrip(), array)
same = bytearray(b"a")
print(same.strip() == same, same.strip() is same, same.removeprefix(b"z") is same)
print(b"abab".removeprefix(b"ab"), b"abab".removesuffix(b"ab"), bytearray(b"abab").removesuffix(b"bab"))
attempt(b"x".strip, "x")
attempt(b"x".strip, 120)
attempt(b"x".removeprefix, "x")
attempt(b"x".removesuffix, None)
