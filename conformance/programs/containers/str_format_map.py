"""str.format and str.format_map: fields by place and by name, attributes and items, conversions, nested widths."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Fields by place: numbered by themselves or by the text, never both.
print("{} {}".format("a", "b"), "{1} {0} {1}".format("a", "b"), "{{}} {{{}}}".format(1), "".format(1, x=2))
attempt("{} {0}".format, 1)
attempt("{0} {}".format, 1)
attempt("{} {}".format, 1)
attempt("{2}".format, 1, 2)

# Fields by name; names need not be identifiers.
print("{a} {b}".format(a=1, b=2), "{a} {}".format("x", a=1), "{a b} {c-d}".format(**{"a b": 1, "c-d": 2}))
attempt("{missing}".format, 1, a=2)


# Attributes and items; digits within brackets make a number, anything else is a text.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point<{self.x}, {self.y}>"

    def __format__(self, spec):
        return f"point({spec})"


p = Point(3, [10, {"k": "v", "0x": 1, "": 2}])
print("{0.x} {0.y[0]} {0.y[1][k]} {0.y[1][0x]}".format(p), "{p.y[1]}".format(p=p), "{[1]}".format("ab"), "{.x}".format(p))
attempt("{0.z}".format, p)
attempt("{0.y[9]}".format, p)
attempt("{0.y[-1]}".format, p)
attempt("{0[k]}".format, [1])
attempt("{0[]}".format, {})
attempt("{0[a}".format, {})
attempt("{0.}".format, p)
attempt("{0[a]b}".format, {"a": 1})

# Conversions, then the specification, which may hold fields itself.
print("{0} {0!s} {0!r} {0!a}".format("é"), "{0:abc} {0!r:>14} {0!s:.5}".format(p))
print("{:{}}".format("x", 5) + "|", "{0:{1}{2}{w}}|".format("x", "*", "^", w=5), "{:{w}.{p}f}".format(3.14159, w=8, p=2))
attempt("{!x}".format, 1)
attempt("{!}".format, 1)
attempt("{!rr}".format, 1)
attempt("{:{:{}}}".format, 1, 2, 3)
attempt("{:d}".format, "x")
attempt("{:q}".format, 1.5)

# Braces that do not match.
for text in ("{", "}", "{0", "a } b", "{0!", "{0:", "{{}"):
    attempt(text.format, 1)


# format_map takes the mapping itself, so that its __missing__ is asked; no field goes by place.
class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b} {c[0]}".format_map(Default(a=1)), "{x.real}".format_map({"x": 5}), "none".format_map(None))
attempt("{a}".format_map, {})
attempt("{}".format_map, {})
attempt("{0}".format_map, {0: "zero", "0": "text"})
attempt("{a}".format_map, [1])
attempt("{a}".format_map, 5)
attempt("{a}".format_map)
attempt("{a}".format, {"a": 1})
