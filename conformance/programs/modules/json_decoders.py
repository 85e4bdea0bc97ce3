# JSONDecoder, load(), hooks, documents in bytes, and JSONDecodeError.
import json
import json.decoder


def shown(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except json.JSONDecodeError as e:
        print(repr(e), e.msg, repr(e.doc), e.pos, e.lineno, e.colno)
    except Exception as e:
        print(type(e).__name__, e)


# --- hooks -----------------------------------------------------------------------------------------
TEXT = '{"a": [1, 2.5, NaN, -Infinity, Infinity], "b": {"c": {}}, "b": 1e2}'
shown(json.loads, TEXT)
shown(json.loads, TEXT, object_pairs_hook=tuple)
shown(json.loads, TEXT, object_hook=lambda d: sorted(d))
shown(json.loads, TEXT, object_hook=len, object_pairs_hook=len)
shown(json.loads, TEXT, parse_int=str, parse_float=repr, parse_constant=str.lower)
shown(json.loads, TEXT, parse_int=float, parse_float=len)
shown(json.loads, "[1]", parse_int=0)
shown(json.loads, "[NaN]", parse_constant="")
shown(json.loads, "[1]", parse_int=3)
shown(json.loads, "{}", object_hook=3)
shown(json.loads, '["a\tb"]')
shown(json.loads, '["a\tb"]', strict=False)

# --- decoders ----------------------------------------------------------------------------------------
class Sorted(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, object_hook=self.hook, **kwargs)

    def hook(self, d):
        return sorted(d.items())


shown(json.loads, '{"b": 1, "a": {"c": 2}}', cls=Sorted)
shown(Sorted().decode, " [{}] ")
shown(Sorted().raw_decode, '{"q": 1} tail')


class Lines(json.JSONDecoder):
    def decode(self, s):
        return [super(Lines, self).decode(line) for line in s.splitlines()]


shown(json.loads, "1\n[2]\n{}", cls=Lines)


class Offset(json.JSONDecoder):
    def raw_decode(self, s, idx=0):
        value, end = super().raw_decode(s, idx)
        return (value, idx), end


shown(Offset().decode, "   [1]  ")
decoder = json.JSONDecoder()
print(decoder.object_hook, decoder.parse_float, decoder.parse_int, decoder.strict, decoder.object_pairs_hook)
decoder.strict = False
shown(decoder.decode, '"\t"')
shown(json.JSONDecoder(strict=False).decode, '"\t"')
shown(decoder.raw_decode, "1 2 3", 4)
shown(decoder.raw_decode, "é日😀[1] ", 3)
shown(decoder.raw_decode, " 1")
shown(decoder.raw_decode, "", 0)
shown(decoder.raw_decode, "1", 7)
shown(decoder.raw_decode, "1", -1)
shown(decoder.raw_decode, b"1")
shown(decoder.raw_decode, "1", "x")
shown(decoder.decode, b"1")
shown(decoder.decode, 1)
shown(decoder.scan_once, "[1]", 0)
shown(decoder.scan_once, "[1]", 3)
shown(json.JSONDecoder, 1)
shown(json.loads, "1", other=2)
shown(json.loads, "1", cls=3)
shown(json.loads)
print(json.decoder.JSONDecoder is json.JSONDecoder, Sorted)


class Source:
    def __init__(self, content):
        self.content = content

    def read(self):
        return self.content


shown(json.load, Source(b'{"a": 1}'))
shown(json.load, Source("[1"))
shown(json.load, Source(None))
shown(json.load, None)
shown(json.load, Source("[1.5]"), parse_float=str)

# --- bytes -------------------------------------------------------------------------------------------
for data in [b"[1]", b'"\xc3\xa9"', b"\xef\xbb\xbf[1]", b'"\xed\xa0\x80"', b"\xff\xfe[\0]\0", b"\xfe\xff\0[\0]", b"[\0]\0", b"\0[\0]", b"1\0",
             b"\0\0\0[\0\0\0]", b"[\0\0\0]\0\0\0", b"\xff\xfe\0\0[\0\0\0]\0\0\0", b"\0\0\xfe\xff\0\0\0[\0\0\0]", b"\xff", b'"\xc3"',
             b"[\0]\0\0", b"\0\0\0[\0\x11\0\0", b"[\0\0\0]\0", b'"\0\x3d\xd8\x00\xde"\0', b"", bytearray(b"[1, 2]")]:
    shown(json.loads, data)
shown(json.loads, "\ufeff[1]")
shown(json.loads, 1)
shown(json.loads, None)
shown(json.loads, ["1"])

# --- the exception -------------------------------------------------------------------------------------
shown(json.loads, '{"a": 1,\n "é": [1 2]}')
error = json.JSONDecodeError("message", "one\ntwo\nthree", 9)
print(repr(error), error.args, error.msg, repr(error.doc), error.pos, error.lineno, error.colno, isinstance(error, ValueError))
shown(json.JSONDecodeError)
shown(json.JSONDecodeError, "m", b"\n", 1)


class Own(json.JSONDecodeError):
    def __str__(self):
        return "own " + super().__str__()


print(Own("m", "doc", 1), repr(Own("m", "doc", 2)))
print(json.decoder.JSONDecodeError)
