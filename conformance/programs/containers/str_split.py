"""str.split and str.rsplit: by white space or by a separator, with and without a limit."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Without a separator: runs of white space separate, and none is kept at either end.
for text in ("a b c", "  a   b  ", "\ta\nb\r\nc\v\fd", "", "   ", "a\u00a0b\u2003c\u3000d", "a\x1cb\x85c", "zero\u200bwidth"):
    print(repr(text), text.split(), text.split(None) == text.rsplit() == text.split())

# With a separator: every occurrence separates, so empty parts are kept.
for text in ("a,b,c", ",a,,b,", "", ",", ",,", "abc"):
    print(repr(text), text.split(","), text.split(",") == text.rsplit(","))

# At most maxsplit cuts, from the left for split, from the right for rsplit; a negative number is no limit.
for limit in (-2, -1, 0, 1, 2, 3, 100):
    print(limit, "a,b,c,d".split(",", limit), "a,b,c,d".rsplit(",", limit))

# With white space and a limit, the rest keeps the white space inside it and at its far end.
for limit in (-1, 0, 1, 2, 5):
    print(limit, "  a  b  c  ".split(None, limit), "  a  b  c  ".rsplit(None, limit))
print("   ".split(None, 0), "   ".rsplit(None, 0), " x".split(" ", 0), "".split(",", 0))

# Separators of many characters do not overlap: split finds them from the left, rsplit from the right.
print("aaa".split("aa"), "aaa".rsplit("aa"), "aaaaa".split("aa"), "aaaaa".rsplit("aa"))
print("a<>b<>c".split("<>", 1), "a<>b<>c".rsplit("<>", 1), "<><>".split("<>"))
print("ab".split("abc"), "abc".split("abc"))
print("één–twee–drie".split("–"), "x🐍y🐍".rsplit("🐍", 1))

# Both arguments have names.
print("a b c".split(maxsplit=1), "a-b-c".split(sep="-"), "a-b-c".rsplit(maxsplit=1, sep="-"))
print("a b c".split(" ", True), "a b c".split(" ", False))


class Two:
    def __index__(self):
        return 2


print("a b c d".split(" ", Two()))

# What is refused.
attempt("a".split, "")
attempt("a".rsplit, "")
attempt("a".split, 1)
attempt("a".split, b",")
attempt("a".split, ",", "1")
attempt("a".split, ",", 1.0)
attempt("a".split, ",", None)
attempt("a".split, ",", 10**30)
attempt("a".split, ",", 1, 2)
attempt("a".rsplit, limit=1)

# Joining the parts of a split by the same separator gives the text back.
for text in ("", "x", ",", "a,,b", ",a,"):
    print(",".join(text.split(",")) == text, ",".join(text.rsplit(",", 1)) == text)

# bytes: white space is ASCII white space only, and the parts are of the same type.
print(b" a\tb\x0bc\xa0d\x85 ".split(), b"a,b,,c".split(b","), b"a,b,c".rsplit(b",", 1), bytearray(b"a b").split())
attempt(b"a,b".split, ",")
attempt(b"a,b".split, b"")
