"""The is… methods of str and bytes: which characters are of which class, and what the empty text answers."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


NAMES = ("isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace",
         "istitle", "isupper")


def classes(text):
    return [name[2:] for name in NAMES if getattr(text, name)()]


# The empty text: every character of it is ASCII and printable, yet it is of no other class.
print(classes(""))

# Most classes ask every character.
for text in ("a", "A", "aB", "1", "a1", "a 1", " ", "a\n", "_", "_1", "1_", "-1", "Title Case", "Title case", "UPPER 1", "lower!", "1!"):
    print(repr(text), classes(text))

# Three kinds of numbers, each within the next: decimals, digits, numerics.
for text in ("٣", "३", "𝟗", "²", "①", "⒈", "½", "Ⅷ", "四", "一二", "𐄇"):
    print(text, classes(text))

# Letters: with case, without, and marks that are no letters by themselves.
for text in ("é", "É", "ß", "ǅ", "漢", "ª", "ʰ", "ⅷ", "ⓐ", "e\u0301", "\u0301", "ا", "ﬁ"):
    print(ascii(text), classes(text))

# White space is wider than what ASCII has, and of it only the space is printable.
for text in ("\t\n\v\f\r", "\x1c\x1d\x1e\x1f", "\x85", "\xa0", "\u1680", "\u2028\u2029", "\u3000", "\u180e", "\u200b", "\ufeff"):
    print(ascii(text), classes(text))

# Printable: no control, format, surrogate, private or unassigned character.
for text in ("\x00", "\x7f", "\xad", "\u0378", "\ud800", "\ue000", "\U0001f40d", "\U0010ffff", "\u2011"):
    print(ascii(text), classes(text))

# Identifiers: keywords are identifiers too; compatibility characters count by what they stand for.
for text in ("name", "_", "__x__", "class", "é", "x²", "x\u0301", "1x", "x-y", "x y", "ℼ", "𝐱", "·x", "x·", "ªb", "€", "℘", "゛"):
    print(text, text.isidentifier(), end="; ")
print()

# Title case: upper case starts each word, and lower case goes on in it.
for text in ("A", "Aa", "AA", "a", "A1b", "A1B", "Isn'T", "Isn't", "Über Alles", "ǅe", "123", "1Aa"):
    print(text, text.istitle(), end="; ")
print()

# None of them takes an argument.
for name in NAMES:
    attempt(getattr("x", name), "y")

# bytes: the classes of ASCII; there are no decimals, numerics, identifiers or printables.
for text in (b"", b"a", b"A", b"a1", b"12", b" \t\n\r\x0b\x0c", b"\x1c", b"Ab Cd", b"\xe9", b"\xb2"):
    print(text, [name[2:] for name in NAMES if hasattr(text, name) and getattr(text, name)()])
print([name for name in NAMES if not hasattr(b"", name)], [name for name in NAMES if not hasattr(bytearray(), name)])
