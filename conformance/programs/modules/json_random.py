# Random documents, right and wrong, through loads(), and random values through dumps(): what comes out, and
# each error with its place. fuzz/library.py runs it with other seeds and more cases.
import json

SEED = 1
CASES = 400

state = SEED * 7919 + 20231107


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return (state >> 33) % n


def pick(items):
    return items[rand(len(items))]


# --- documents -----------------------------------------------------------------------------------

BLANKS = ["", "", "", " ", "\n", "\t", "\r\n", "  "]
NUMBERS = ["0", "-0", "1", "-1", "12", "123456789012345678901234567890", "1.5", "-0.0", "1e5", "1E-7", "2.5e+300", "1e400",
           "-1e999", "0.1", "1.7976931348623157e308", "5e-324", "9223372036854775807", "-9223372036854775809", "1e-400",
           "3.14159265358979323846", "100000000000000000000.0"]
BAD_NUMBERS = ["01", "1.", ".5", "-", "+1", "1e", "1e+", "0x1", "--1", "1_0", "Infinity", "-Infinity", "NaN", "-NaN", "nan",
               "1.e5", "-I", "Inf"]
PIECES = ["a", "b", "key", "é", "日", "😀", "\\n", "\\t", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\r", "\\u0041", "\\u00e9", "\\ud83d\\ude00",
          "\\ud83d", "\\ude00", "\\ud83d\\u0041", " ", "\x7f", "\u2028", "x" * 40]
BAD_PIECES = ["\n", "\t", "\x00", "\x1f", "\\x41", "\\u12", "\\u12g4", "\\'", "\\ud83d\\u12", "\\ud83d\\uxyzw", "\\"]
WORDS = ["null", "true", "false"]
BAD_WORDS = ["nul", "True", "None", "undefined", "tru", "'a'", "[", "{", "]", "}", ",", ":", "\"", "", "\ufeff", "é", "//c"]


def blank():
    return pick(BLANKS)


def wrong():
    return rand(40) == 0


def string():
    return '"' + "".join([pick(BAD_PIECES) if rand(60) == 0 else pick(PIECES) for _ in range(rand(4))]) + '"'


def document(depth):
    kind = rand(10)
    if wrong():
        return pick(BAD_WORDS)
    if depth <= 0 or kind < 2:
        return pick(BAD_NUMBERS) if wrong() else pick(NUMBERS)
    if kind < 4:
        return string()
    if kind < 5:
        return pick(WORDS)
    if kind < 7:
        items = [blank() + document(depth - 1) + blank() for _ in range(rand(4))]
        return "[" + pick(["", ",", " "] if wrong() else [""]) + pick([",", ",", ",", ",", ",", ",", ",", ",,", " ", ";"] if wrong() else [","]).join(items) + blank() + pick(["", "}", ",]"] if wrong() else ["]"])
    members = []
    for _ in range(rand(4)):
        name = pick(["1", "a", "null", "'k'"]) if wrong() else string()
        members.append(blank() + name + blank() + pick(["", "=", "::", ","] if wrong() else [":"]) + blank() + document(depth - 1) + blank())
    return "{" + blank() + pick([",", ",,", " ", ";"] if wrong() else [","]).join(members) + pick(["", "]", ",}"] if wrong() else ["}"])


def mutated(text):
    if not text or rand(4):
        return text
    at = rand(len(text))
    kind = rand(4)
    if kind == 0:
        return text[:at] + text[at + 1:]
    if kind == 1:
        return text[:at]
    if kind == 2:
        return text[:at] + pick(["\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", "e", ".", "x", "\n", "é"]) + text[at:]
    return text[at:] + text[:at]


def encoded(text):
    kind = rand(7)
    units = []
    if kind < 2:
        if any(["\ud800" <= c <= "\udfff" for c in text]):
            return text
        return (b"\xef\xbb\xbf" if rand(4) == 0 else b"") + text.encode("utf-8")
    if kind < 5:
        width, big = 2, rand(2)
        for c in text:
            n = ord(c)
            units += [n] if n < 65536 else [55296 + (n - 65536 >> 10), 56320 + (n - 65536 & 1023)]
    else:
        width, big = 4, rand(2)
        units = [ord(c) for c in text]
    mark = rand(3)
    data = b"".join([n.to_bytes(width, "big" if big else "little") for n in ([65279] if mark == 0 else []) + units])
    if rand(12) == 0:
        data = data[:rand(len(data) + 1)]
    return bytearray(data) if rand(5) == 0 else data


def keyed(pairs):
    return ("pairs", pairs)


def hooked(d):
    return ("object", sorted(d, key=ascii), list(d.values()))


LOADERS = [{}, {}, {}, {}, {"strict": False}, {"object_pairs_hook": keyed}, {"object_hook": hooked}, {"parse_float": str},
           {"parse_int": float}, {"parse_int": len, "parse_float": repr}, {"parse_constant": str.lower},
           {"object_hook": hooked, "object_pairs_hook": dict, "strict": False}]


def load_case():
    text = blank() + mutated(document(rand(4))) + blank()
    options = pick(LOADERS)
    try:
        if rand(3) == 0:
            text = encoded(text)
        if rand(6) == 0 and isinstance(text, str):
            at = rand(len(text) + 2)
            return (text, at, json.JSONDecoder(**options).raw_decode(text, at))
        return (text, json.loads(text, **options))
    except json.JSONDecodeError as e:
        return (text, str(e), e.msg, e.pos, e.lineno, e.colno, e.doc == text)
    except Exception as e:
        return (text, type(e).__name__, str(e))


# --- values --------------------------------------------------------------------------------------

class Other:
    def __repr__(self):
        return "Other"


class Text(str):
    pass


class Whole(int):
    def __repr__(self):
        return "whole"


class Real(float):
    def __repr__(self):
        return "real"


class Row(list):
    pass


class Table(dict):
    pass


SCALARS = [None, True, False, 0, -1, 255, 2 ** 70, 0.0, -0.0, 1.5, 1e16, 1e-7, 123456789.123, float("inf"), float("-inf"), float("nan"), "",
           "a", "é", "日本", "😀", "\x00\x1f\x7f", "\"\\/", "\n\r\t\b\f", "\ud83d", "\u2028", "x" * 70, Text("text"), Whole(7), Real(2.5)]
KEYS = ["a", "b", "é", "\"", 1, -2, 2 ** 65, 1.5, float("nan"), True, False, None, Text("key"), Whole(3), Real(0.5)]


def value(depth):
    kind = rand(12)
    if depth <= 0 or kind < 4:
        if rand(60) == 0:
            return pick([Other(), 1j, b"x", {1}, range(2)])
        return pick(SCALARS)
    items = [value(depth - 1) for _ in range(rand(4))]
    if kind < 7:
        return items
    if kind < 8:
        return pick([tuple, Row])(items)
    same = rand(3)
    made = pick([dict, dict, dict, Table])()
    for item in items:
        made[pick(KEYS[:4]) if same else (1, 2) if rand(40) == 0 else pick(KEYS)] = item
    return made


def replaced(o):
    return {"other": repr(o)}


def chosen(name, values):
    return {name: pick(values)} if rand(4) == 0 else {}


def dump_case():
    v = value(rand(4))
    options = {**chosen("skipkeys", [True, False]), **chosen("ensure_ascii", [True, False]), **chosen("check_circular", [True, False]),
               **chosen("allow_nan", [True, False]), **chosen("indent", [None, 0, 1, 2, 4, "\t", "--", True, -1]),
               **chosen("separators", [None, (",", ":"), (" , ", " = "), ["", ""]]), **chosen("default", [None, replaced]),
               **chosen("sort_keys", [True, False])}
    out = [options.get("indent"), options.get("separators")]
    for run in [lambda: json.dumps(v, **options), lambda: list(json.JSONEncoder(**options).iterencode(v)), lambda: json.JSONEncoder(**options).encode(v)]:
        try:
            out.append(run())
        except Exception as e:
            out.append((type(e).__name__, str(e)))
    if isinstance(out[2], str) and rand(2):
        try:
            out.append(json.dumps(json.loads(out[2]), **options) == out[2])
        except Exception as e:
            out.append((type(e).__name__, str(e)))
    return out


for number in range(CASES):
    print(number, ascii(load_case() if number % 2 else dump_case()))
