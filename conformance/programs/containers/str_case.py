"""upper, lower, title, capitalize, swapcase and casefold: ASCII, and letters whose case changes their number."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Words of ASCII: title starts a word after anything that has no case.
for text in ("hello world", "HELLO", "they're bill's", "x1y2z3", "a-b_c.d", "", "123", "mIxEd CaSe"):
    print(repr(text), text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold())

# One character may become two or three.
for text in ("ß", "straße", "ŉ", "ǰ", "ΐ", "ﬁ", "ﬃ", "և", "ẞ", "İ"):
    print(text, text.upper(), ascii(text.lower()), ascii(text.title()), ascii(text.capitalize()), ascii(text.swapcase()), ascii(text.casefold()))
print(len("ΐ".upper()), len("ﬃ".upper()), len("İ".lower()), len("ŉ".upper()))

# Title case has letters of its own: digraphs.
for text in ("ǆ", "ǅ", "Ǆ", "ǉ", "ǋ", "ǳ"):
    print(text, text.upper(), text.lower(), text.title(), text.capitalize(), text.istitle(), text.isupper(), text.islower())

# The Greek sigma is another letter at the end of a word, in lower, title, capitalize and swapcase.
for text in ("ΣΑΣ", "Σ", "ΑΣ", "ΑΣ ΑΣ", "ΑΣ.", "ΑΣ.Β", "ΑΣ'Β", "ΑΣ1", "1Σ", "ΑΣΣ", "Α\u0301Σ\u0301"):
    print(ascii(text.lower()), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold())

# Letters without case, marks and signs stay.
print("漢字かな".upper() == "漢字かな", "١٢٣".title(), "🐍".swapcase(), "ªº".upper(), "ⅷ".upper(), "ⓐ".upper(), "\u0345".upper())

# casefold makes texts equal that differ by case only, more often than lower does.
for left, right in (("STRASSE", "straße"), ("ΣΊΣΥΦΟΣ", "σίσυφος"), ("ﬀ", "FF"), ("µ", "μ"), ("ſ", "s"), ("K", "k"), ("Ꭰ", "ꭰ")):
    print(left, right, left.lower() == right.lower(), left.upper() == right.upper(), left.casefold() == right.casefold())

# Twice is once, for lower and casefold of these; upper and lower do not undo each other.
for text in ("İstanbul", "ŉ", "ẞ", "ϐ", "ǅ"):
    print(text.lower().lower() == text.lower(), text.casefold().casefold() == text.casefold(), text.upper().lower() == text.lower())


# None of them takes an argument; a subclass gives a plain str.
class Word(str):
    pass


for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold"):
    attempt(getattr("x", name), 1)
    attempt(getattr("x", name), x=1)
    print(type(getattr(Word("a"), name)()).__name__)

# bytes: only the 26 letters of ASCII have case, and there is no casefold.
raw = "aB é z1z".encode()
print(raw.upper(), raw.lower(), raw.title(), raw.capitalize(), raw.swapcase(), bytearray(raw).title())
attempt(lambda: raw.casefold())
