"""str.maketrans and str.translate: tables of characters, and bytes.translate with its 256 bytes."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# maketrans of two texts of equal length: character for character; the last of equal characters counts.
print(str.maketrans("abc", "xyz"))
print(str.maketrans("aba", "123"))
print(str.maketrans("", ""))

# A third text: these characters go away, even when the first two name them.
print(str.maketrans("ab", "xy", "bc"))
print("abcabc".translate(str.maketrans("ab", "xy", "bc")))

# maketrans of a dict: keys are characters or numbers, values are anything.
print(str.maketrans({"a": "one", 98: None, "é": 233, "🐍": [1]}))
attempt(str.maketrans, {"ab": "x"})
attempt(str.maketrans, {"": "x"})
attempt(str.maketrans, {1.5: "x"})
attempt(str.maketrans, {None: "x"})
attempt(str.maketrans, "abc")
attempt(str.maketrans, "abc", "xy")
attempt(str.maketrans, "abc", 1)
attempt(str.maketrans, 1, "abc")
attempt(str.maketrans, "a", "b", 1)
attempt(str.maketrans, {}, "a")
attempt(str.maketrans)
attempt(str.maketrans, [("a", "b")])

# translate: a text of any length, the number of a character, None to drop; what is not found stays.
print("banana".translate({97: "A", 98: None, 110: 0x1F40D}))
print("tea".translate({ord("t"): "T" * 3, ord("e"): "", ord("a"): "é"}))
print("unchanged".translate({}), repr("".translate({97: "b"})))

# What a translation brings in is not translated again.
print("ab".translate({97: "b", 98: "a"}), "aa".translate({97: "aa"}))

# Keys are the numbers of characters: a character as a key is never found.
print("abc".translate({"a": "x"}))


# A table is any object with __getitem__: LookupError keeps the character, other errors come through.
class Upper:
    def __getitem__(self, number):
        if number == ord("x"):
            raise IndexError(number)
        if number == ord("y"):
            raise KeyError(number)
        if number == ord("!"):
            raise ValueError("not this one")
        return chr(number).upper()


print("axbycz".translate(Upper()))
attempt("ab!".translate, Upper())
print("\0\1\2\3".translate(["zero", None, "two"]) == "zerotwo\3", repr("\0\1".translate("xy")), repr("\0\1\2".translate((65, 66))))

# A value must be a character's number, a str or None.
attempt("a".translate, {97: 1.5})
attempt("a".translate, {97: b"x"})
attempt("a".translate, {97: -1})
attempt("a".translate, {97: 0x110000})
attempt("a".translate, 5)
attempt("a".translate)

# bytes: a table of 256 bytes or None, and bytes to delete first.
table = bytes.maketrans(b"abc", b"xyz")
print(len(table), table[96:101], b"aabbccdd".translate(table), b"abcd".translate(table, b"bd"), b"abcd".translate(None, b"ac"))
print(bytearray(b"cab").translate(table), b"abc".translate(None), b"abc".translate(table, delete=b"a"), type(bytearray.maketrans(b"", b"")).__name__)
attempt(bytes.maketrans, b"ab", b"x")
attempt(bytes.maketrans, "ab", "xy")
attempt(b"abc".translate, b"short")
attempt(b"abc".translate, {97: 98})
attempt(b"abc".translate, None, "a")
