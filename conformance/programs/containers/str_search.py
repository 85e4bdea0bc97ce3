"""find, rfind, index, rindex, startswith, endswith and `in`: where a text lies within another."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# find and index give the first place, rfind and rindex the last; find answers -1 where index raises.
text = "abracadabra"
for part in ("a", "abra", "bra", "cad", "x", "", text, text + "!"):
    print(repr(part), text.find(part), text.rfind(part), part in text)
    attempt(text.index, part)
    attempt(text.rindex, part)

# A range is that of a slice: the whole occurrence must lie within it.
for start, end in ((0, None), (1, None), (7, None), (8, None), (None, 4), (None, 3), (-4, None), (-4, -1), (5, 2), (100, 200), (-100, 100)):
    print((start, end), text.find("abra", start, end), text.rfind("abra", start, end), text.startswith("abra", start, end),
          text.endswith("abra", start, end))

# The empty text is found everywhere within the range, and nowhere in a range that lies beyond the end.
for start, end in ((0, 11), (3, 5), (5, 3), (11, 11), (11, None), (12, None), (None, 0), (-1, None)):
    print((start, end), text.find("", start, end), text.rfind("", start, end), text.startswith("", start, end), text.endswith("", start, end))

# Places count characters, whatever their width.
wide = "naïve 🐍 café 🐍"
print(wide.find("🐍"), wide.rfind("🐍"), wide.find("é"), wide.rindex("é 🐍"), wide.find("\U0001f40e"), "abc".find("é"), wide.endswith("🐍"))

# startswith and endswith take a tuple of choices; the empty tuple never fits.
print(text.startswith(("x", "abr")), text.endswith(("bra", "x")), text.startswith(()), text.endswith(("",)), text.startswith(("bra",), 1))
attempt(text.startswith, ["a"])
attempt(text.startswith, ("x", 1))
print(text.startswith(("a", 1)))
attempt(text.endswith, None)
attempt(text.endswith, b"a")
attempt(text.endswith, ("x", b"a"))

# What is refused.
for name in ("find", "rfind", "index", "rindex", "startswith", "endswith"):
    method = getattr(text, name)
    attempt(method)
    attempt(method, 1)
    attempt(method, "a", "b")
    attempt(method, "a", 0, 1.0)
    attempt(method, "a", 0, 1, 2)
attempt(lambda: 1 in text)
attempt(lambda: None in text)
attempt(lambda: b"a" in text)


# Bounds may have __index__, and may be of any size.
class Seven:
    def __index__(self):
        return 7


print(text.find("a", Seven()), text.find("a", -10**30, 10**30), text.find("a", 10**30), text.rfind("abra", Seven(), None))
