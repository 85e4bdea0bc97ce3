"""enum: how members get their values: auto(), __new__, __init__, _generate_next_value_, _missing_, _ignore_."""
from enum import Enum, IntEnum, Flag, auto, member, nonmember


class Plain(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
    E, F = auto(), auto()


print([(m.name, m.value) for m in Plain])


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return (name.lower(), start, count, len(last_values))

    ONE = auto()
    TWO = auto()


print([m.value for m in Named])


class Coordinate(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        obj.unit = unit
        return obj

    PX = (0, "P.X", "km")
    PY = (1, "P.Y", "km")


print(Coordinate.PX, Coordinate(1), Coordinate.PY.label, bytes(Coordinate.PY))


class AutoNumber(Enum):
    def __new__(cls):
        value = len(cls.__members__) + 1
        obj = object.__new__(cls)
        obj._value_ = value
        return obj


class Shade(AutoNumber):
    DARK = ()
    LIGHT = ()


print(list(Shade))


class Ordered(Enum):
    def __ge__(self, other):
        return self.value >= other.value

    def __lt__(self, other):
        return self.value < other.value

    LOW = 1
    HIGH = 5


print(Ordered.LOW < Ordered.HIGH, max(Ordered, key=lambda m: m.value))


class Missing(Enum):
    ON = 1
    OFF = 0

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return {"on": cls.ON, "off": cls.OFF}.get(value.lower())
        if value == 99:
            return "nonsense"
        if value == 98:
            raise KeyError("from _missing_")
        return None


print(Missing("ON"), Missing("off"))
for bad in ("maybe", 99, 98, [1]):
    try:
        Missing(bad)
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))


class Period(Enum):
    _ignore_ = "i j"
    i = 5
    j = [k for k in range(3)]
    FIRST = 1
    for i in range(2):
        pass


print(list(Period), hasattr(Period, "i"))


class Mixed(Enum):
    A = 1
    helper = nonmember(5)

    @member
    def act(self):
        return 1

    def method(self):
        return self.name

    class Inner:
        x = 1


print(list(Mixed)[0], Mixed.helper, Mixed.A.method())


class Tuples(tuple, Enum):
    P = (1, 2)
    Q = (3, 4)


print(Tuples.P, Tuples.P.value, Tuples.P[0], Tuples((3, 4)))


class Floats(float, Enum):
    HALF = 0.5


print(Floats.HALF, Floats.HALF + 1, repr(Floats.HALF), "%s" % Floats.HALF, f"{Floats.HALF:>12}")


class Text(str, Enum):
    A = "a"
    B = "b"


print(Text.A, Text.A == "a", Text("b"), Text.A.upper(), f"{Text.A}", "{}".format(Text.B), "x" + Text.A)

for make in (lambda: Plain(99), lambda: Plain["Z"], lambda: Plain.Z, lambda: setattr(Plain, "A", 1),
             lambda: delattr(Plain, "A"), lambda: Plain.A.nope, lambda: setattr(Plain.A, "value", 3),
             lambda: Plain.A < Plain.B, lambda: Plain.A + 1, lambda: 3 in Plain):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)

try:
    class Sunder(Enum):
        _bad_ = 1
except ValueError as error:
    print(error)
try:
    class Late(Enum):
        A = auto()

        def _generate_next_value_(name, start, count, last_values):
            return 1
except TypeError as error:
    print(error)
try:
    class Mro(Enum):
        mro = 1
except ValueError as error:
    print(error)
try:
    class Both(int, str, Enum):
        A = 1
except TypeError as error:
    print(type(error))
