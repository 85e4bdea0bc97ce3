"""str.replace and str.count: occurrences that do not overlap, limits, empty patterns, ranges."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Occurrences are taken from the left and do not overlap.
for text, part in (("aaaa", "aa"), ("aaaaa", "aa"), ("abababa", "aba"), ("banana", "ana"), ("mississippi", "issi"), ("abc", "x")):
    print(text, part, text.count(part), text.replace(part, "_"), text.replace(part, ""))

# What a replacement brings in is not searched again.
print("aa".replace("a", "aa"), "ab".replace("b", "ab"), "()()".replace("()", "(())"))

# count of the empty text: one more than there are characters; replace puts the new text at all these places.
for text in ("", "a", "abc", "🐍é"):
    print(text.count(""), repr(text.replace("", "-")), repr(text.replace("", "")))

# The third argument of replace is the largest number of replacements; negative is no limit.
for limit in (-1, 0, 1, 2, 3, 100):
    print(limit, "a.b.c.d".replace(".", "::", limit), repr("abc".replace("", "-", limit)), repr("".replace("", "-", limit)))
print("aaa".replace("a", "b", True))

# Same length, shorter, longer; narrow and wide characters mixed.
print("hello".replace("l", "L"), "hello".replace("ll", "l"), "hello".replace("l", "lll"))
print("cafe".replace("e", "é"), "café".replace("é", "e"), "a-b".replace("-", "🐍"), "🐍🐍".replace("🐍", "s"), "abc".replace("é", "x"))

# count within a range: the ends are those of a slice.
text = "abcabcabc"
for start, end in ((0, 9), (1, None), (None, 8), (-3, None), (None, -1), (3, 6), (3, 5), (7, 2), (9, 9), (10, 10), (-100, 100)):
    print((start, end), text.count("abc", start, end), text.count("a", start, end), text.count("", start, end))
print(text.count("abc", 1), text.count("", 9), text.count("", 10), "".count("", 0, 0), "".count("", 1))


class Index:
    def __index__(self):
        return 3


print(text.count("a", Index()), text.replace("a", "", Index()))

# What is refused.
attempt("a".count)
attempt("a".count, 1)
attempt("a".count, None)
attempt("a".count, b"a")
attempt("a".count, "a", "0")
attempt("a".count, "a", 0, 1.5)
attempt("a".count, "a", 0, 1, 2)
attempt("a".replace, "a")
attempt("a".replace, "a", None)
attempt("a".replace, 1, "b")
attempt("a".replace, "a", "b", "1")
attempt("a".replace, "a", "b", None)
attempt("a".replace, "a", "b", count=1)

# bytes: count also takes the number of a byte; replace takes objects with bytes only.
print(b"abab".count(b"ab"), b"abab".count(97), b"abab".count(b""), b"abab".count(98, 2), bytearray(b"aaa").count(b"aa"))
print(b"abab".replace(b"a", b"xy"), b"abab".replace(b"a", b"", 1), bytearray(b"ab").replace(b"", b"-"), b"ab".replace(b"ab", bytearray(b"c")))
attempt(b"a".count, 256)
attempt(b"a".count, "a")
attempt(b"a".replace, "a", b"b")
attempt(b"a".replace, 97, b"b")
