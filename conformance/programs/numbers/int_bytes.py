"""int.to_bytes and int.from_bytes: length, order of the bytes, and the sign."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Without arguments: one byte, the highest first, no sign.
print((0).to_bytes(), (65).to_bytes(), (255).to_bytes(), True.to_bytes())

# The same number in both orders, and in more bytes than it needs.
for n in (0, 1, 255, 256, 1000, 2**31, 2**63, 2**64 - 1):
    print(n, n.to_bytes(8, "big"), n.to_bytes(8, "little"), n.to_bytes(10, "big").hex(), int.from_bytes(n.to_bytes(8, "little"), "little") == n)

# Signed: two's complement, so that the range of a byte is -128 to 127.
for n in (0, 1, -1, 127, -128, 128, -129, 32767, -32768, 2**63 - 1, -(2**63), 2**63):
    for length in (1, 2, 8, 9):
        try:
            raw = n.to_bytes(length, "big", signed=True)
            print(n, length, raw, int.from_bytes(raw, "big", signed=True) == n, int.from_bytes(raw, "big"))
        except OverflowError as e:
            print(n, length, e)

# What does not fit.
attempt((256).to_bytes)
attempt((-1).to_bytes)
attempt((-1).to_bytes, 2, "little")
attempt((1).to_bytes, 0, "big")
attempt((0).to_bytes, 0, "big")
attempt((-1).to_bytes, 0, "big", signed=True)
attempt((10**30).to_bytes, 12, "big")
attempt((10**30).to_bytes, 13, "little")

# The arguments: names, kinds, values.
attempt((5).to_bytes, length=2, byteorder="little", signed=False)
attempt((5).to_bytes, -1, "big")
attempt((5).to_bytes, 1.0, "big")
attempt((5).to_bytes, "2")
attempt((5).to_bytes, 2, "middle")
attempt((5).to_bytes, 2, "BIG")
attempt((5).to_bytes, 2, None)
attempt((5).to_bytes, 2, "big", True)

# from_bytes takes an object with bytes or an iterable of them; no bytes are zero.
print(int.from_bytes(b""), int.from_bytes(b"\x01\x00"), int.from_bytes([1, 0], "little"), int.from_bytes(bytearray(b"\xff\xff"), "big", signed=True))
print(int.from_bytes(range(4), "big"), int.from_bytes((n for n in (1, 2)), "little"), int.from_bytes(b"\xff" * 20, "big") == 2**160 - 1)
print(int.from_bytes(b"\x80", signed=True), int.from_bytes(b"\x7f", signed=True), int.from_bytes(b"\xff" * 9, "little", signed=True))
attempt(int.from_bytes, "text")
attempt(int.from_bytes, 5)
attempt(int.from_bytes, [256])
attempt(int.from_bytes, ["a"])
attempt(int.from_bytes, b"a", "other")
attempt(int.from_bytes)


# On a subclass from_bytes makes the subclass.
class Id(int):
    pass


print(type(Id.from_bytes(b"\x05")).__name__, Id.from_bytes(b"\x05") == 5, type(True.from_bytes(b"\x05")).__name__, bool.from_bytes(b"\0"))
print(Id(258).to_bytes(2))
