"""int of a text: every base, prefixes, underscores, white space and digits of other scripts; bin, oct and hex back."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Base ten unless told: white space around, one sign, underscores between digits.
for text in ("42", " 42\n", "-42", "+42", "0042", "1_000_000", "\t-7\u3000", "٤٢", "４２", "१२३"):
    print(repr(text), int(text))
for text in ("", " ", "-", "--1", "+-1", "- 1", "1 2", "_1", "1_", "1__0", "-_1", "1.0", "1e3", "0x10", "½", "²", "Ⅷ", "四", "1\0", "abc", "é"):
    attempt(int, text)

# A base from 2 to 36: letters of either case are digits from ten on.
for base in (2, 3, 8, 10, 16, 20, 36):
    print(base, int("101", base), int("-11", base), [int(d, base) for d in "0123456789abcdefghijklmnopqrstuvwxyz"[:base]][-2:])
print(int("zZ", 36), int("ff", 16), int("FF", 16), int("dead_beef", 16), int("777", 8))
attempt(int, "2", 2)
attempt(int, "8", 8)
attempt(int, "g", 16)
attempt(int, "z", 35)
attempt(int, "é", 36)

# A prefix is allowed where it fits the base, and may be followed by one underscore.
print(int("0x1f", 16), int("0X1F", 16), int("0b11", 2), int("0o17", 8), int("0x_1f", 16), int("-0b1", 2), int("0b1", 16))
attempt(int, "0x1f", 10)
attempt(int, "0b2", 2)
attempt(int, "0x", 16)
attempt(int, "0x__1", 16)
attempt(int, "0_x1", 16)

# Base zero reads the text as a literal of the language.
print(int("0x1f", 0), int("0o17", 0), int("-0b11", 0), int("19", 0), int("0", 0), int("000", 0), int("0_0", 0))
attempt(int, "017", 0)
attempt(int, "0_7", 0)
attempt(int, "x1f", 0)

# The base itself.
for base in (1, -1, 37, 10**30):
    attempt(int, "1", base)
attempt(int, "1", 1.5)
attempt(int, "1", None)
attempt(int, 5, 10)
attempt(int, 5.0, 16)
attempt(int, base=10)
attempt(int, [], 10)

# bytes are read like ASCII texts.
print(int(b"12"), int(bytearray(b" -7 ")), int(b"ff", 16))
attempt(int, b"x")
attempt(int, b"\xd9\xa4")

# bin, oct and hex write a literal; format can leave the prefix out.
for n in (0, 1, -1, 255, -255, 2**64, -(10**20)):
    print(bin(n), oct(n), hex(n), f"{n:b} {n:o} {n:x} {n:X} {n:#X}", int(hex(n), 0) == int(oct(n), 0) == int(bin(n), 0) == n)
attempt(bin, 1.0)
attempt(hex, "1")
attempt(oct, None)
