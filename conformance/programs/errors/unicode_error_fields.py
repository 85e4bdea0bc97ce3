# UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError: constructors, fields and texts.
def show(e):
    print(type(e).__name__, e.args, "|", str(e))
    print(" ", getattr(e, "encoding", "none"), repr(e.object), e.start, e.end, e.reason)


show(UnicodeEncodeError("ascii", "h\xe4h", 1, 2, "why"))
show(UnicodeEncodeError("ascii", "h\xe4h", 1, 3, "why"))
show(UnicodeEncodeError("ascii", "h\xe4h", 0, 1, "why"))
show(UnicodeEncodeError("ascii", "\u1234", 0, 1, "why"))
show(UnicodeEncodeError("ascii", "\U00012345", 0, 1, "why"))
show(UnicodeEncodeError("ascii", "abc", 7, 8, "behind the end"))
show(UnicodeDecodeError("utf-8", b"\xff\x00", 0, 1, "why"))
show(UnicodeDecodeError("utf-8", b"\xff\x00", 0, 2, "why"))
show(UnicodeDecodeError("utf-8", bytearray(b"\x05"), 0, 1, "why"))
show(UnicodeTranslateError("h\xe4h", 1, 2, "why"))
show(UnicodeTranslateError("h\u1234h", 1, 2, "why"))
show(UnicodeTranslateError("h\U00012345h", 1, 2, "why"))
show(UnicodeTranslateError("h\xe4h", 0, 3, "why"))

# What codecs raise has the same fields.
for action in (lambda: "a\u20acb".encode("ascii"), lambda: b"ab\xff".decode("utf-8"),
               lambda: "\u20ac\u20ac".encode("latin-1"), lambda: b"\x80".decode("ascii")):
    try:
        action()
    except UnicodeError as e:
        show(e)

# Fields can be set; the text follows them.
e = UnicodeEncodeError("ascii", "hello", 0, 1, "why")
e.object = "x\xff"
e.start, e.end = 1, 2
e.reason = "other"
e.encoding = "none at all"
show(e)
e.end = 9
show(e)
for name, value in (("start", "text"), ("end", None), ("start", 1.5)):
    try:
        setattr(e, name, value)
    except TypeError as error:
        print(error)
for name in ("start", "end"):
    try:
        delattr(e, name)
    except TypeError as error:
        print(error)
del e.reason
print(e.reason)

for cls in (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError):
    for args in ((), ("a",), (1, "x", 0, 1, "r"), ("a", 1, 0, 1, "r"), ("a", b"x", "0", 1, "r"),
                 ("a", "x", 0, None, "r"), ("a", b"x", 0, 1, 5), ("x", 0, 1, "r"), ("x", "0", 1, "r"),
                 (b"x", 0, 1, "r"), ("x", 0, 1, b"r"), ("a", "x", 0, 1, "r", "s")):
        try:
            print(cls.__name__, args, cls(*args))
        except TypeError as error:
            print(cls.__name__, args, "TypeError:", error)
    try:
        cls(encoding="ascii")
    except TypeError as error:
        print(error)


class Mine(UnicodeEncodeError):
    def __init__(self):
        pass


print(repr(str(Mine())), Mine().start, Mine().object)
