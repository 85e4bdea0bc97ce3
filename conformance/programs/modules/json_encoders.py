# JSONEncoder and dump(): classes of the program's own, the pieces that iterencode yields, what dump() writes.
import json
import json.encoder


class Complex(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


class Spaced(Complex):
    item_separator = " ; "
    key_separator = " -> "


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, part):
        self.parts.append(part)


def shown(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


# --- default, and what it may return -------------------------------------------------------------
shown(json.dumps, {"a": 1j, "b": [1, {}]}, cls=Complex)
shown(json.dumps, {"a": 1j, "b": [1, {}]}, cls=Spaced)
shown(json.dumps, [object], cls=Complex)
shown(json.dumps, [object()])
shown(json.dumps, [1j, {2}], default=lambda o: sorted(o) if isinstance(o, set) else str(o))
shown(json.dumps, [1j], default=lambda o: o)
shown(json.dumps, [1j], default=lambda o: [o])
shown(json.dumps, 1j, default=3)
shown(Complex(indent=2, sort_keys=True).encode, {"b": 1j, "a": {"x": ()}})

# --- attributes of an encoder --------------------------------------------------------------------
encoder = json.JSONEncoder(skipkeys=True, indent=3, separators=(",", "="))
print(encoder.skipkeys, encoder.ensure_ascii, encoder.check_circular, encoder.allow_nan, encoder.sort_keys, encoder.indent,
      encoder.item_separator, encoder.key_separator)
print(json.JSONEncoder().item_separator == ", ", json.JSONEncoder(indent=1).item_separator == ",", json.JSONEncoder.key_separator)
encoder.indent = None
print(encoder.encode({"a": 1, (1, 2): 3, "b": 4}))
encoder.skipkeys = False
shown(encoder.encode, {(1, 2): 3})
encoder.default = lambda o: "?"
print(encoder.encode([encoder, 1]))
print(json.encoder.JSONEncoder is json.JSONEncoder, json.JSONEncoder, Spaced)

# --- pieces ---------------------------------------------------------------------------------------
deep = {"a": 1j, "b": [1, [2, {}], {"k": None}, [], ()], "c": {}, "d": "text"}
print(list(Complex().iterencode(deep)))
print(list(Complex(indent=1).iterencode(deep)))
print(list(Spaced(sort_keys=True).iterencode({"z": 1, "a": [True]})))
pieces = json.JSONEncoder().iterencode([1, object(), 2])
print(next(pieces))
shown(next, pieces)
shown(next, pieces)
print(list(pieces))
for scalar in [1, "é", None, 1.5, [], {}]:
    print(list(json.JSONEncoder(ensure_ascii=False).iterencode(scalar)))


class Loud(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for piece in super().iterencode(o, _one_shot=_one_shot):
            yield piece.upper()


print(Loud().encode({"a": [1, None]}), json.dumps(["x"], cls=Loud))

# --- dump ------------------------------------------------------------------------------------------
sink = Sink()
json.dump([1, [2], {"x": 1.5}], sink)
json.dump({"a": [1j]}, sink, cls=Complex, indent=1)
print(sink.parts)
shown(json.dump, [1], None)
shown(json.dump, [1])
shown(json.dump, [object()], sink)
print(sink.parts[-1])

# --- arguments -------------------------------------------------------------------------------------
shown(json.dumps)
shown(json.dumps, 1, 2)
shown(json.dumps, 1, other=2)
shown(json.JSONEncoder, 1)
shown(json.dumps, [1], separators=3)
shown(json.dumps, [1], separators=(1,))
shown(json.dumps, [1], separators=(1, 2, 3))
shown(json.dumps, [1], separators=(1, 2))
shown(json.dumps, [1], separators=(",", 2))
shown(json.dumps, [1], indent=1.5)
shown(json.dumps, float("nan"), allow_nan=False)
shown(json.dumps, [float("inf")], allow_nan=False, indent=1)
shown(json.dumps, {"a": 1, 2: 3}, sort_keys=True)
shown(json.dumps, {(1,): 1})

# --- circles and changes under way -----------------------------------------------------------------
circle = []
circle.append({"again": circle})
shown(json.dumps, circle)
shown(json.dumps, circle, indent=1)
shared = [1]
print(json.dumps([shared, shared, {"a": shared}]))
growing = {"a": 1j}


def grow(o):
    growing["b%d" % len(growing)] = 1
    return "grown"


shown(json.dumps, growing, default=grow)
growing = {"a": 1j, "z": 1}
shown(json.dumps, growing, default=grow, indent=0)


# --- containers of the program's own -----------------------------------------------------------------
class Upside(dict):
    def items(self):
        return [(k, v) for k, v in reversed(list(super().items()))]


class Odd(dict):
    def items(self):
        return [(1, 2, 3)]


class Twice(list):
    def __iter__(self):
        return iter([1, 2, 1, 2])


class Empty(list):
    def __len__(self):
        return 0


for own in [Upside(a=1, b=2), Odd(a=1), Twice([7]), Empty([1])]:
    shown(json.dumps, own)
    shown(json.dumps, own, indent=0)
    shown(lambda: list(json.JSONEncoder().iterencode(own)))
