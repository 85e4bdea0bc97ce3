"""str.ljust, rjust, center and zfill, and their namesakes of bytes: texts of at least a given width."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# A width that the text already has, or a smaller one, changes nothing.
for width in (-5, 0, 2, 3, 4, 5, 6, 7):
    print(width, repr("abc".ljust(width)), repr("abc".rjust(width)), repr("abc".center(width)), repr("abc".zfill(width)))

# center: when the margins cannot be equal, which of them is larger depends on the parity of the width.
for text in ("", "a", "ab", "abc"):
    print([text.center(width, "-") for width in range(8)])

# format's ^ has a rule of its own for the odd place: it always goes to the right.
for text in ("a", "ab"):
    for width in range(1, 6):
        print(text.center(width, "."), format(text, f".^{width}"), end="  ")
    print()

# The fill is any single character.
print("x".ljust(4, "→"), "x".rjust(4, "🐍"), "é".center(4, "\0") == "\0é\0\0", "🐍".ljust(3, "é"), len("x".rjust(10, "\u0301")))
for fill in ("", "ab", None, 0, b"-"):
    attempt("x".ljust, 4, fill)
attempt("x".center, 4, "--")
attempt("x".rjust, 0, "--")

# zfill puts zeros behind a sign, whatever follows it.
for text in ("42", "-42", "+42", "", "-", "+", "--1", "- 1", "3.5", "-inf", "abc", "−1", "é"):
    print(repr(text), repr(text.zfill(5)), end="  ")
print()

# The width is an integer or has __index__.


class Six:
    def __index__(self):
        return 6


print(repr("ab".ljust(Six())), repr("ab".zfill(Six())), repr("ab".rjust(True)))
for width in (2.0, "5", None):
    attempt("x".ljust, width)
    attempt("x".zfill, width)
attempt("x".center)
attempt("x".zfill, 1, 2)
attempt("x".ljust, 1, "-", 3)
attempt("x".rjust, width=4)
attempt("x".center, 10**30)


# A subclass becomes a plain str, even where nothing is added.
class Cell(str):
    pass


print([type(t).__name__ for t in (Cell("abc").ljust(2), Cell("abc").rjust(9), Cell("abc").center(1), Cell("abc").zfill(0))])

# bytes and bytearray: the fill is one byte.
print(b"ab".ljust(5), b"ab".rjust(5, b"-"), b"ab".center(5, b"*"), b"-7".zfill(4), bytearray(b"+7").zfill(4))
print(bytearray(b"ab").ljust(4, bytearray(b".")), [b"a".center(width, b".") for width in range(5)])
attempt(b"a".ljust, 4, "-")
attempt(b"a".ljust, 4, b"--")
attempt(b"a".center, 4, b"")
attempt(b"a".rjust, 4, 45)
