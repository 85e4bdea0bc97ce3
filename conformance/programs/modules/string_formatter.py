# string.Formatter: str.format in steps that a class can replace.
from string import Formatter

f = Formatter()
print(f.format("{} {}", 1, "a"), f.format("{1} {0} {0}", "x", "y"), f.format("{a} {b!r:>5} {a!s}", a=1, b="q"), f.format("{{}} {0}", 1))
print(f.format("{0:{1}} {0:>{width}.{prec}f}", 3.14159, "8.3f", width=9, prec=2), f.format(""), f.format("plain"))
print(f.format("{0[k]} {0[0]} {1.real} {2[a][1]}", {"k": 1, 0: 2}, 5, {"a": [1, 2]}), f.format("{!a}", "é"), f.format("{:,}", 1234567))
print(f.vformat("{0} {x}", (1,), {"x": 2}), f.vformat("{} {}", [1, 2], {}))
print(list(f.parse("a{b}c{d!r:e}{{f}}{}")), list(f.parse("")), list(f.parse("{x:{y}}z")), list(f.parse("{a.b[c]}")))
print(f.get_field("0", (7,), {}), f.get_field("a.real", (), {"a": 3}), f.get_field("a[0]", (), {"a": "xyz"}))
print(f.get_value(1, ("a", "b"), {}), f.get_value("k", (), {"k": 9}))
print(f.convert_field(1, "r"), f.convert_field("x", None), f.convert_field("é", "a"), f.convert_field(2, "s"), f.format_field(255, "x"))


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, "<" + key + ">")
        return args[key] if key < len(args) else "<" + str(key) + ">"


print(Default().format("{a} {b} {0} {5}", 1, b=2))


class Upper(Formatter):
    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)

    def format_field(self, value, format_spec):
        if format_spec == "quoted":
            return '"' + str(value) + '"'
        return super().format_field(value, format_spec)


print(Upper().format("{0!u} {0:quoted} {0!r} {0:>4}", "ab"))


class Strict(Formatter):
    def check_unused_args(self, used_args, args, kwargs):
        unused = [i for i in range(len(args)) if i not in used_args] + sorted(set(kwargs) - used_args)
        if unused:
            raise ValueError("unused: %r" % unused)


print(Strict().format("{0} {a}", 1, a=2))

for action in (
    lambda: Strict().format("{0}", 1, 2, z=3),
    lambda: f.format("{}"),
    lambda: f.format("{x}"),
    lambda: f.format("{0} {}", 1),
    lambda: f.format("{} {0}", 1),
    lambda: f.format("{"),
    lambda: f.format("}"),
    lambda: f.format("{0!z}", 1),
    lambda: f.format("{0:d}", "x"),
    lambda: f.format("{0.nope}", 1),
    lambda: f.format("{0[9]}", [1]),
    lambda: f.format("{0:{0:{0:{0}}}}", 1),
    lambda: f.format(),
    lambda: f.convert_field(1, "q"),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
