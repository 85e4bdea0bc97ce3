"""Searching bytes and bytearray: a sub-sequence or the number of one byte; items and slices; comparison."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Every search takes bytes, a bytearray, or the number of a byte.
for raw in (b"banana", bytearray(b"banana")):
    print(raw.find(b"an"), raw.rfind(b"an"), raw.index(b"na"), raw.rindex(b"na"), raw.count(b"an"))
    print(raw.find(97), raw.rfind(97), raw.index(110), raw.rindex(110), raw.count(97), raw.find(0), raw.count(0))
    print(raw.find(bytearray(b"nan")), b"nan" in raw, 98 in raw, 99 in raw, b"" in raw, raw.find(b""), raw.rfind(b""), raw.count(b""))
    attempt(raw.index, b"x")
    attempt(raw.rindex, 120)

# Ranges are those of slices.
raw = b"abcabcabc"
for start, end in ((0, None), (1, None), (None, 5), (-3, None), (-3, -1), (3, 5), (9, None), (10, None), (7, 3)):
    print((start, end), raw.find(b"abc", start, end), raw.rfind(b"abc", start, end), raw.count(b"c", start, end), raw.find(b"", start, end),
          raw.startswith(b"abc", start, end), raw.endswith(b"c", start, end))

# Beginnings and ends, one or a choice.
print(raw.startswith(b"ab"), raw.startswith((b"x", b"abc")), raw.endswith((b"x", bytearray(b"bc"))), raw.startswith(()), raw.endswith(b""))
attempt(raw.startswith, 97)
attempt(raw.startswith, "ab")
attempt(raw.startswith, [b"ab"])
attempt(raw.endswith, (b"x", "c"))

# The number of a byte is 0 to 255, and other kinds of things are refused.
for part in (256, -1, 10**30, 1.0, "a", None, [97]):
    attempt(raw.find, part)
    attempt(raw.count, part)
    attempt(lambda: part in raw)
attempt(raw.find)
attempt(raw.find, b"a", "0")
attempt(raw.find, b"a", 0, 1, 2)

# An item is a number, a slice is of the same type.
print(raw[0], raw[-1], raw[1:3], raw[::-1], raw[5:2], bytearray(raw)[::3], raw[True], list(b"\x00\xff"), [hex(n) for n in b"\x7f\x80"])
attempt(lambda: raw[9])
attempt(lambda: raw[-10])
attempt(lambda: raw["0"])
attempt(lambda: raw[1.0])
attempt(lambda: bytearray(raw)[9])

# bytes and bytearray are equal by what they hold, and ordered like it; a str is never equal to them.
print(b"a" == bytearray(b"a"), b"a" != "a", b"a" < b"b", b"a" < b"aa", b"\xff" > b"\x7f", bytearray(b"b") >= b"a", b"" < b"\0")
print(hash(b"x") == hash(b"x"), {b"k": 1}[b"k"], b"a" in {b"a"}, b"a" == 97, b"abc" == [97, 98, 99])
attempt(lambda: b"a" < "b")
attempt(lambda: b"a" < 5)
attempt(hash, bytearray(b"x"))

# + takes the type of the left operand; * a number.
print(b"a" + bytearray(b"b"), bytearray(b"a") + b"b", b"ab" * 2, 2 * bytearray(b"ab"), b"ab" * 0, b"ab" * -1)
attempt(lambda: b"a" + "b")
attempt(lambda: b"a" + 1)
attempt(lambda: b"a" * 1.5)
attempt(lambda: b"a" * b"b")
