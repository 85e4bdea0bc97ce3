# Where an object of a class derived from a built-in type shows the name of its own class, and where the built-in's.
import math


class Text(str):
    pass


class Number(int):
    pass


class Real(float):
    pass


class Pair(complex):
    pass


class Row(tuple):
    pass


class Items(list):
    pass


class Map(dict):
    pass


class Raw(bytes):
    pass


class Array(bytearray):
    pass


class Members(set):
    pass


class Fixed(frozenset):
    pass


class Shown(frozenset):
    def __repr__(self):
        return "Shown of " + super().__repr__()


class ShownRaw(bytes):
    def __repr__(self):
        return "ShownRaw"


class ShownArray(bytearray):
    def __repr__(self):
        return "ShownArray"


def attempt(label, f):
    try:
        print(label, f())
    except Exception as error:
        print(label, type(error).__name__, error)


VALUES = [Text("a"), Number(5), Real(1.5), Pair(1j), Row((1,)), Items([1]), Map(a=1), Raw(b"a"), Array(b"a'"), Members([1]), Fixed([1]), Members(), Fixed(), Shown([2]), ShownRaw(b"r"), ShownArray(b"q")]
for value in VALUES:
    name = type(value).__name__
    attempt(name, lambda: repr(value))
    attempt(name, lambda: str(value))
    attempt(name, lambda: f"{value} {value!r:>12}")
    attempt(name, lambda: "%s %r" % (value, value) if not isinstance(value, tuple) else "%s %r" % (value, value))
    for spec in ("", "5", "d", "q", "=5", ",s", ".2f"):
        attempt(f"{name} {spec!r}", lambda: format(value, spec))
    attempt(name, lambda: math.sqrt(value))
    attempt(name, lambda: math.floor(value))
    attempt(name, lambda: [value])
for base in (set, frozenset, bytearray, bytes, str, int, float, list, tuple, dict):
    for value in VALUES:
        if isinstance(value, base):
            attempt(base.__name__, lambda: base.__repr__(value))


# Messages about text that is no number show the object by its own repr.
class Odd(str):
    def __repr__(self):
        return "Odd " * 60


class OddRaw(bytes):
    def __repr__(self):
        return "OddRaw"


class OddArray(bytearray):
    pass


for value in (Odd("x"), OddRaw(b"x"), OddArray(b"x'"), "x" * 300, b"x" * 300, bytearray(b"x'"), Odd("9" * 5000)):
    attempt("int", lambda: int(value))
    attempt("int", lambda: int(value, 7))
    attempt("float", lambda: float(value))
for text in ("\x00\x85", "00é", "é", "0g\u2003", "00 zz"):
    attempt("fromhex", lambda: bytes.fromhex(text))


class Iterated(set):
    def __iter__(self):
        return iter(["its", "own"])


print(Iterated(), Iterated([1]), set.__repr__(Iterated([2])))
