"""bytearray: append, extend, insert, pop, remove, reverse, clear and copy, and the range of a byte."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# append, insert and extend: the array grows in place, and all of them return None.
a = bytearray()
print(a.append(98), a.insert(0, 97), a.extend(b"cd"), a.extend([101, 102]), a.extend(bytearray(b"g")), a)
a.extend(n for n in (104, 105))
a.extend(range(106, 108))
a.extend(a)
a.extend(b"")
print(a, len(a))

# insert clips its place to the ends.
b = bytearray(b"mid")
for place in (-100, 100, -1, 1, True):
    b.insert(place, 46)
    print(place, b)

# A byte is an integer from 0 to 255, or has __index__; when extend fails the array is what it was.


class Byte:
    def __index__(self):
        return 255


b = bytearray()
b.append(Byte())
b.append(True)
print(b)
for value in (256, -1, 10**30, 1.0, "a", b"a", None):
    attempt(b.append, value)
    attempt(b.insert, 0, value)
    attempt(b.extend, [0, value])
print(b)
attempt(b.extend, "text")
attempt(b.extend, 5)
attempt(b.extend, None)
attempt(b.insert, "0", 0)
attempt(b.insert, 0)
attempt(b.append)

# pop: the last byte, or the one at a place, as a number.
c = bytearray(b"abcdef")
print(c.pop(), c.pop(0), c.pop(-2), c.pop(True), c)
attempt(c.pop, 5)
attempt(c.pop, -3)
attempt(c.pop, "0")
attempt(c.pop, 1.0)
attempt(bytearray().pop)
print(c)

# remove: the first byte of that value.
c = bytearray(b"banana")
c.remove(97)
c.remove(110)
print(c)
attempt(c.remove, 122)
attempt(c.remove, 256)
attempt(c.remove, b"a")
attempt(c.remove, "a")

# reverse, copy and clear.
d = bytearray(b"abc")
e = d.copy()
print(d.reverse(), d, e, e == d, e is d, d.clear(), d, e, bool(d), bool(e))
attempt(d.reverse, 1)
attempt(d.clear, 1)
attempt(e.copy, 1)


# copy of a subclass is a bytearray of the base; its other methods work on it in place.
class Buffer(bytearray):
    pass


f = Buffer(b"xyz")
f.append(33)
print(type(f.copy()).__name__, type(f[:2]).__name__, f.copy(), f.pop())

# Making one: of a length, of numbers, of bytes, of a text with a codec.
print(bytearray(), bytearray(3), bytearray([1, 2]), bytearray(b"x"), bytearray("é", "utf-8"), bytearray(range(3)))
attempt(bytearray, -1)
attempt(bytearray, [256])
attempt(bytearray, ["a"])
attempt(bytearray, 1.5)
attempt(bytearray, "text")
