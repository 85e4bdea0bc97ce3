# bytearray: what its slices take and in which words they refuse, its repr, and sizes that C keeps in an int.


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __repr__(self):
        return "Index"


class Float:
    def __float__(self):
        return 1.5

    def __repr__(self):
        return "Float"


def attempt(label, f):
    try:
        print(label, f())
    except Exception as error:
        print(label, type(error).__name__, error)


def put(value, key):
    array = bytearray(b"abcde")
    array[key] = value
    return array


for value in (5, 0, True, 1.5, 1j, "ab", None, Index(2), Float(), [1, 300], [1, -1], [1, "a"], [Index(65)], (65, 66), b"", bytearray(b"xyz"), object):
    name = value if value is not object else "object"
    for key in (slice(None, 1), slice(1, 3), slice(None, None, 2), slice(None, None, -1)):
        attempt(f"{name!r} {key}", lambda: put(value, key))
# Nothing, put in steps, deletes.
for step in (2, -2, 3, 5, -7):
    attempt(step, lambda: put(b"", slice(None, None, step)))
    attempt(step, lambda: put(b"", slice(4, 1, step)))
attempt("bytes", lambda: bytes([256]))
attempt("bytearray", lambda: bytearray([256]))
print(repr(bytearray(b"'")), repr(bytearray(b"\"'")), repr(b"'"))
for n in (2**31 - 1, 2**31, -2**31 - 1, 2**80):
    attempt(n, lambda: b"ab".hex(":", n))
    attempt(n, lambda: "a".expandtabs(n))
    attempt(n, lambda: b"a".expandtabs(n))
    attempt(n, lambda: "a\n".splitlines(n))
    attempt(n, lambda: b"a\n".splitlines(n))
    attempt(n, lambda: b"a".replace(None, b"x", n))
print(b"a-b".partition(bytearray(b"-")), bytearray(b"a-b").partition(b"-"), b"a".rpartition(bytearray(b"-")))
for value in (1, "a", None, 1.5):
    attempt("format", lambda: value.__format__(None))
