"""What an error handler of a codec is told: the whole run of characters that cannot be encoded, and an
unknown handler's name through the codec's own name where CPython finds that in its registry.
"""


def attempt(text, *how):
    try:
        print(ascii(text), how, text.encode(*how))
    except (UnicodeEncodeError, LookupError) as error:
        print(ascii(text), how, type(error).__name__, error)


def decoded(data, *how):
    try:
        print(data, how, ascii(data.decode(*how)))
    except (UnicodeDecodeError, LookupError) as error:
        print(data, how, type(error).__name__, error)


# A run of characters is one error for the handlers that do not treat it.
for handler in ("strict", "surrogateescape", "surrogatepass"):
    for text in ("a\xe9\xe8b", "\ud800\ud801", "\udc80\ud800\xe9", "\udcff\udcfex"):
        for codec in ("ascii", "latin-1", "utf-8", "utf-8-sig"):
            attempt(text, codec, handler)

# A handler that nobody knows, named where it is asked for.
for codec in ("utf-8", "ascii", "utf-16", "utf-16-le", "UTF_16_BE", "utf-32", "utf-32-be", "utf-8-sig"):
    attempt("\ud800", codec, "nobody")
    attempt("plain", codec, "nobody")
    decoded(b"\xff", codec, "nobody")

try:
    "\ud800".encode("utf-16-le", "nobody")
except LookupError as error:
    print(repr(error.__cause__), error.__suppress_context__)
