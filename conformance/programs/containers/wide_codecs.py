"""UTF-16 and UTF-32: both orders, the byte order mark, surrogates, truncated and illegal input, and every error handler."""


def attempt(label, action):
    try:
        print(label, "->", ascii(action()))
    except Exception as e:
        print(label, "!", type(e).__name__ + ":", e, getattr(e, "start", None), getattr(e, "end", None))


codecs = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
texts = ["", "a", "aé€😀z", "\uffff\U00010000\U0010ffff", "\ufeffa"]

for codec in codecs:
    for text in texts:
        data = text.encode(codec)
        attempt(codec + " " + ascii(text), lambda: data)
        print(data.decode(codec) == text, str(data, codec) == text, len(data))
    for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogatepass", "surrogateescape"):
        for text in ("a\ud800b", "\udc80\udc81", "\udcffx"):
            attempt(codec + " " + handler + " " + ascii(text), lambda: text.encode(codec, handler))

inputs = [b"\xff\xfea\x00", b"\xfe\xff\x00a", b"a\x00b", b"\x00\xd8", b"\x00\xdca\x00", b"\x00\xd8a\x00", b"\xff\xfe\x00\xd8",
          b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00a", b"\x00\xd8\x00\xdc\x00", b"abc", b"\xff\xff\xff\xff",
          b"\x3d\xd8\x00\xde\x01", b"\xd8\x3d\xde\x00", b"\x80\x80\x80\x80a", b"a\x00\x00\x00\x00\x00\x11\x00"]
for codec in codecs:
    for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogatepass", "surrogateescape"):
        for data in inputs:
            attempt(codec + " " + handler + " " + repr(data), lambda: data.decode(codec, handler))

for name in ("UTF-16", "utf16", "u16", "utf_16_le", "UTF-16LE", "utf-32be", "U32", "utf_32_be", "utf16le", "ucs2"):
    attempt(name, lambda: "a".encode(name))
print(bytes("aé", "utf-16"), bytearray("a", "utf-32-be"), bytearray(b"a\x00").decode("utf-16-le"))
