"""bytearray: += and *=, assigning and deleting items and slices, extending, and what each refuses."""


def attempt(label, action):
    try:
        result = action()
        print(label, "->", result)
    except Exception as e:
        print(label, "!", type(e).__name__ + ":", e)


class Index:
    def __index__(self):
        return 2


sources = [b"xy", bytearray(b"pq"), [65, 66], (67,), range(68, 71), iter([72]), "text", "", 1, 0, 2.5, None, [256], [-1], ["a"],
           {73: 1}, Index(), [Index()]]


def add(source):
    a = bytearray(b"abc")
    b = a
    a += source
    return a, a is b


def repeat(times):
    a = bytearray(b"ab")
    b = a
    a *= times
    return a, a is b


def assign(source, at):
    a = bytearray(b"abcdef")
    a[at] = source
    return a


def extend(source):
    a = bytearray(b"abc")
    a.extend(source)
    return a


for source in sources:
    label = type(source).__name__
    attempt("+= " + label, lambda: add(source))
    attempt("[1:3] = " + label, lambda: assign(source, slice(1, 3)))
    attempt("[::2] = " + label, lambda: assign(source, slice(None, None, 2)))
    attempt("[1] = " + label, lambda: assign(source, 1))
    attempt("extend " + label, lambda: extend(source))
for times in (0, 1, 3, -1, True, Index(), 2.0, None, "2", 10**30):
    attempt("*= " + type(times).__name__, lambda: repeat(times))

a = bytearray(b"abc")
a += a
a[2:2] = a
print(a, len(a))
a[:] = b"0123456789"
del a[2:5]
print(a)
del a[::3]
print(a)
del a[-1]
print(a)
del a[::-2]
print(a)
del a[:]
print(a)
attempt("out of range", lambda: assign(65, 6))
attempt("a byte too large", lambda: bytearray([256]))
attempt("a byte too large", lambda: bytes([256]))
attempt("method", lambda: bytearray(b"a").__iadd__(b"b"))
attempt("method", lambda: bytearray(b"a").__imul__(3))
attempt("method", lambda: bytearray(b"a").__add__("b"))
