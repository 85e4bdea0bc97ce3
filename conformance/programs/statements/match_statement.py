"""match: every kind of pattern, guards, captures, and what does not match."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = "red"


def describe(v):
    match v:
        case None | True | False:
            return "singleton %s" % v
        case 0:
            return "zero"
        case -1 | 1.5 | 2 + 3j:
            return "number %s" % (v,)
        case Color.RED:
            return "the red"
        case "a" | b"b" as letter:
            return "letter %r" % letter
        case int(n) if n > 100:
            return "big %d" % n
        case int() | float():
            return "plain %r" % v
        case str(text) if len(text) > 3:
            return "text " + text
        case []:
            return "empty"
        case [x]:
            return "one %r" % x
        case [1, *rest, 9]:
            return "from 1 to 9 %r" % rest
        case (x, (y, *_)):
            return "nested %r %r" % (x, y)
        case {"kind": "move", "to": [x, y], **others}:
            return "move %r %r %r" % (x, y, others)
        case {"kind": kind}:
            return "kind %r" % kind
        case {}:
            return "mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return "on y %r" % y
        case Point(x, y) if x == y:
            return "diagonal %r" % x
        case Point():
            return "somewhere"
        case [_, _, *_]:
            return "long sequence"
        case _:
            return "other"


VALUES = [None, True, 0, -1, 1.5, 2 + 3j, "red", "a", b"b", 101, 7, 2.5, "four", "no", [], [5], (1, 2, 3, 9), [1, 9],
          ("x", [1, 2]), {"kind": "move", "to": (1, 2), "z": 3}, {"kind": 4}, {}, {"q": 1}, Point(0, 0), Point(0, 4), Point(3, 3), Point(1, 2),
          [1, 2, 3], "ab", bytearray(b"b"), {1, 2}, range(3), iter([1]), object]
for value in VALUES:
    print(describe(value))
match 3, "x":
    case n, s:
        print(n, s)
match {"a": 1, "b": 2}:
    case {"a": 1, "c": _}:
        print("no")
    case {"a": a, **rest}:
        print(a, rest)
match (1, 2):
    case (1, x) | (x, 1):
        print("x", x)


class Bad:
    __match_args__ = ["x"]


class Short:
    __match_args__ = ("x",)
    x = 1


for subject, pattern in ((Bad(), 1), (Short(), 2), (3, 3)):
    try:
        match subject:
            case Bad(1):
                pass
            case Short(1, 2):
                pass
            case int(1, 2):
                pass
    except TypeError as error:
        print(error)
matched = 5
match matched:
    case matched:
        print("captured", matched)
match [1, [2, [3, {"k": [4]}]]]:
    case [a, [b, [c, {"k": [d]}]]]:
        print(a, b, c, d)
