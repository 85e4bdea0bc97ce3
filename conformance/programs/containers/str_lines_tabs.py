"""str.splitlines and str.expandtabs: what ends a line, and where a tab goes."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# A text of lines: the end of the last line adds no empty line.
for text in ("", "a", "a\n", "a\nb", "a\nb\n", "\n", "\n\n", "a\n\nb", "\na"):
    print(repr(text), text.splitlines(), text.splitlines(True))

# \r\n is one end of a line, \n\r is two.
for text in ("a\r\nb", "a\n\rb", "a\r\r\nb", "a\rb\r", "\r\n\r\n", "\r"):
    print(repr(text), text.splitlines(), text.splitlines(keepends=True))

# Other characters that end lines; the unit separator and the tab do not.
for end in ("\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029", "\t", "\xa0", "\0"):
    print(ascii(end), [ascii(line) for line in f"a{end}b".splitlines()], [ascii(line) for line in f"é{end}🐍{end}".splitlines(True)])

# With the ends kept, the lines put together give the text back.
text = "one\r\ntwo\vthree\u2028four\n\nfive"
print("".join(text.splitlines(True)) == text, len(text.splitlines()), len(text.split("\n")))

# keepends counts by its truth.
for keep in (0, 1, -1, True, False):
    print("a\nb".splitlines(keep), end=" ")
print()
attempt("a\nb".splitlines, 1, 2)
attempt("a\nb".splitlines, keep=1)
attempt("a\nb".splitlines, "yes")
attempt("a\nb".splitlines, None)

# bytes know only \n, \r and \r\n.
print(b"a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h".splitlines(), b"a\n\nb\n".splitlines(True), bytearray(b"a\r\n").splitlines(True))

# expandtabs: a tab goes to the next column that is a multiple of the tab size, by at least one space.
for size in (8, 4, 1, 0, -3):
    print(size, repr("\ta\tbc\tdefghijk\t".expandtabs(size)))
print(repr("a\tb".expandtabs()), repr("12345678\t9".expandtabs()), repr("1234567\t9".expandtabs()))

# Columns start again after \n and \r, and after nothing else.
print(repr("abc\n\tx\r\ty\v\tz\f\tw".expandtabs(4)))
print(repr("é\tx🐍\ty".expandtabs(4)), repr("漢字\tx".expandtabs(4)), repr("\u0301\tx".expandtabs(4)))
print(repr("no tabs".expandtabs(4)), repr("".expandtabs()), repr("a\tb".expandtabs(tabsize=3)), repr("a\tb".expandtabs(True)))
attempt("a".expandtabs, "4")
attempt("a".expandtabs, None)
attempt("a".expandtabs, 4.0)
attempt("a".expandtabs, 10**30)
attempt("a".expandtabs, 4, 4)
print(b"a\tbc\td\n\te".expandtabs(4), bytearray(b"\t").expandtabs(2), b"\xc3\xa9\tx".expandtabs(4))
attempt(b"a".expandtabs, b"4")
