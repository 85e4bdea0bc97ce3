"""bytes % arguments and bytearray % arguments: every directive, flags, keys, and what is refused."""


def attempt(form, arguments):
    try:
        print(form, "%", arguments, "->", form % arguments)
    except Exception as e:
        print(form, "%", arguments, "!", type(e).__name__ + ":", e)


class Wrapped:
    def __init__(self, content):
        self.content = content

    def __bytes__(self):
        return self.content

    def __repr__(self):
        return "Wrapped"


print("-- bytes")
for directive in (b"%s", b"%b", b"%5s|", b"%-5b|", b"%.2s", b"%5.1b|", b"%05s|", b"% b"):
    for value in (b"abc", bytearray(b"xy"), Wrapped(b"inner"), b""):
        attempt(directive, value)
for value in ("text", 1, None, [1], Wrapped("text")):
    attempt(b"%b", value)
    attempt(b"%s", (value,))

print("-- repr")
for value in (b"\xff", "é", [1, "ü"], None, 2.5, Wrapped(b"")):
    attempt(b"%a", (value,))
    attempt(b"%r|", (value,))
attempt(b"%.3a|%10r|", ("abc", 7))

print("-- one byte")
for value in (65, 0, 255, True, b"z", bytearray(b"z"), 256, -1, 10**30, b"", b"ab", "z", 1.5, None):
    attempt(b"%c", (value,))
attempt(b"%3c|%-3c|%.0c|", (65, b"x", 66))

print("-- integers")
attempt(b"%d %i %u %o %x %X", (42, -42, 7, 8, 255, 255))
attempt(b"%05d|%+d|% d|%-6d|%#x|%#o|%#X|%.4d|%8.4d|", (42, 42, 42, 42, 255, 8, 255, 42, 42))
attempt(b"%d %ld %hd %Ld", (10**25, 1, 2, 3))
attempt(b"%d", 3.9)
attempt(b"%x", 3.5)
attempt(b"%d", "3")
attempt(b"%d", None)

print("-- reals")
attempt(b"%f %e %g %G %E %F", (1.5, 1.5, 1.5, 1e100, 2.5, float("inf")))
attempt(b"%.3f|%10.2f|%-10.1f|%+.0f|%#.0f|%010.3f", (2.71828,) * 6)
attempt(b"%f", "3")
attempt(b"%f", None)

print("-- arguments")
attempt(b"%% %s%%", b"x")
attempt(b"%*d|%-*d|%.*f", (5, 42, 5, 42, 2, 1.23456))
attempt(b"%*d", ("5", 42))
attempt(b"%*d", (10**30, 42))
attempt(b"%(a)d %(b)s %(a)x", {b"a": 10, b"b": b"y"})
attempt(b"%(a(b))s", {b"a(b)": b"nested"})
attempt(b"%(a)s", {"a": b"text keys are not bytes"})
attempt(b"%(a)s", 3)
attempt(b"%(a", {})
attempt(b"%(a)s %s", {b"a": b"1"})
attempt(b"", ())
attempt(b"", {})
attempt(b"", 1)
attempt(b"plain", b"value")
attempt(b"plain", [1])
attempt(b"%s %s", (b"a",))
attempt(b"%s", (b"a", b"b"))
attempt(b"%", ())
attempt(b"%5", 1)
attempt(b"%y", 1)
attempt(b"ab%cd%z", (1, 2))
attempt(b"%99999999999999999999d", 1)
attempt(b"%.99999999999d", 1)

print("-- bytearray")
line = bytearray(b"%s=%d")
print(line % (b"n", 3), type(line % (b"n", 3)).__name__, line)
attempt(bytearray(b"%s"), bytearray(b"z"))
attempt(bytearray(b"a"), 1)
line %= (b"m", 4)
print(line, type(line).__name__)
whole = b"<%b>"
whole %= b"in"
print(whole)
print(b"%s".__mod__(b"q"), b"q".__rmod__(b"%s"), b"q".__rmod__("%s"), bytearray(b"q").__rmod__(bytearray(b"<%s>")))
