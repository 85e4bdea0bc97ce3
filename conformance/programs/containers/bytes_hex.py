"""bytes.hex and bytes.fromhex, and their namesakes of bytearray: two digits a byte, separators, white space."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Two lower-case digits for each byte.
for raw in (b"", b"\0", b"\x0f\xf0", b"Hello", bytes(range(250, 256))):
    print(raw, repr(raw.hex()), bytearray(raw).hex() == raw.hex(), bytes.fromhex(raw.hex()) == raw)

# A separator of one ASCII character, between bytes; without a group size every byte is a group.
print(b"abcde".hex(":"), b"abcde".hex("-"), b"abcde".hex(b" "), b"abcde".hex("f"), b"a".hex(":"), repr(b"".hex(":")))

# A positive group size counts from the right, a negative one from the left; zero makes no groups.
for size in (-10, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 10):
    print(size, b"abcde".hex("_", size))
print(b"abcde".hex(sep=".", bytes_per_sep=2), b"abcde".hex(bytes_per_sep=2), b"abcd".hex("_", True))

# What is no separator or no group size.
attempt(b"ab".hex, "")
attempt(b"ab".hex, "::")
attempt(b"ab".hex, "é")
attempt(b"ab".hex, b"\xe9")
attempt(b"ab".hex, 5)
attempt(b"ab".hex, None)
attempt(b"ab".hex, ":", "2")
attempt(b"ab".hex, ":", 1.0)
attempt(b"ab".hex, ":", 1, 2)

# fromhex: digits of either case, ASCII white space between bytes and at the ends, but not within one.
for text in ("", "  ", "00ff", "00 FF aB", " 0a\t0b\n0c\r\v\f0d ", "dead beef", "DEADbeef"):
    print(repr(text), bytes.fromhex(text), bytearray.fromhex(text))
for text in ("0", "abc", "0 0", "0g", "xy", "00 1", "0x10", "é0", "00\xa000", "٣٣", "00:11", "-1"):
    attempt(bytes.fromhex, text)
attempt(bytearray.fromhex, "zz")

# The argument is a str, one and by position.
attempt(bytes.fromhex, b"00")
attempt(bytes.fromhex, None)
attempt(bytes.fromhex, 12)
attempt(bytes.fromhex)
attempt(bytes.fromhex, "00", "11")


# fromhex is a class method: a subclass makes itself of the bytes, and an instance makes its class.
class Digest(bytes):
    pass


class Log(bytes):
    def __new__(cls, *arguments):
        print("made of", arguments)
        return super().__new__(cls, *arguments)


d = Digest.fromhex("c0ffee")
print(d, type(d).__name__, type(d.hex()).__name__, type(b"x".fromhex("00")).__name__, type(bytearray().fromhex("00")).__name__)
print(Log.fromhex("01 02"))
