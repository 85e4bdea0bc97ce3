"""str.encode and bytes.decode: UTF-8, ASCII and Latin-1, and what each error handler makes of what does not fit."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# UTF-8 is what both mean without an argument.
for text in ("", "abc", "é", "€", "🐍", "\0"):
    raw = text.encode()
    print(repr(text), raw, raw.decode() == text, text.encode("utf-8") == raw, text.encode("UTF8") == raw)

# Names of codecs: case, and - or _ or a space, do not matter.
for name in ("ascii", "ASCII", "us-ascii", "latin-1", "latin1", "ISO-8859-1", "l1", "utf_8", "Utf 8"):
    attempt("abc".encode, name)
attempt("abc".encode, "no-such-codec")
attempt(b"abc".decode, "no-such-codec")

# The handlers of encode.
for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "no-such-handler"):
    if not handler.startswith("surrogate"):
        for codec in ("ascii", "latin-1"):
            attempt("aé€🐍b".encode, codec, handler)
    attempt("\ud800x".encode, "utf-8", handler)
    attempt("\udc80\udcff".encode, "utf-8", handler)
attempt("fits".encode, "ascii", "no-such-handler")

# The handlers of decode, for bytes that are no UTF-8: how many replacement characters stand for them.
BROKEN = (b"\xff", b"\x80", b"a\xc3", b"\xc3(", b"\xe2\x82", b"\xe2\x82x", b"\xf0\x9f\x90", b"\xf0\x9f(", b"\xc0\x80", b"\xed\xa0\x80",
          b"\xf4\x90\x80\x80", b"\xe0\x80\x80")
for raw in BROKEN:
    attempt(raw.decode)
    for handler in ("ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        try:
            print(" ", handler, ascii(raw.decode("utf-8", handler)))
        except UnicodeDecodeError as e:
            print(" ", handler, e)
attempt(b"\xff".decode, "utf-8", "xmlcharrefreplace")
attempt(b"caf\xe9".decode, "ascii")
attempt(b"caf\xe9".decode, "ascii", "replace")
attempt(b"caf\xe9".decode, "latin-1")

# surrogateescape carries any bytes through a str and back.
raw = bytes(range(120, 140)) + b"\xff\xc3\xa9"
print(raw.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == raw)

# The errors say what, where and why.
try:
    "aé€b".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError))
try:
    b"ab\xff\xfe".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)

# str of bytes with a codec decodes; so do both constructors in their way.
print(str(b"\xc3\xa9", "utf-8"), str(b"\xe9", "ascii", "replace"), bytes("é", "latin-1"), bytearray("é", "utf-8"), str(b"x", errors="ignore"))
for arguments in ((b"x", 1), ("x", "utf-8"), (5, "utf-8")):
    attempt(str, *arguments)
for arguments in (("x",), ("x", 1), (b"x", "utf-8"), (5, "utf-8")):
    attempt(bytes, *arguments)
attempt("x".encode, None)
attempt("x".encode, "ascii", 1)
attempt(b"x".decode, encoding="ascii", errors="strict")
