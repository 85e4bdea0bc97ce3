# The truth of members that are numbers or texts too, reversed() of an enumeration, verify(CONTINUOUS).
import enum


class Logic(int, enum.Enum):
    true = 1
    false = 0


class Level(enum.IntEnum):
    NONE = 0
    SOME = 1


class Text(str, enum.Enum):
    EMPTY = ""
    FULL = "x"


class Size(float, enum.Enum):
    ZERO = 0.0
    ONE = 1.0


class Plain(enum.Enum):
    ZERO = 0
    EMPTY = ""


class Bits(enum.Flag):
    A = 1
    B = 2


for kind in [Logic, Level, Text, Size, Plain, Bits]:
    print(kind.__name__, [(m.name, bool(m)) for m in kind], list(reversed(kind)), bool(kind))
print(bool(Bits(0)), bool(Bits.A), not Logic.false, "yes" if Level.NONE else "no", all(Level), any(Level))


class Whole(int):
    pass


print(bool(Whole(0)), bool(Whole(5)), [x for x in map(Whole, range(3)) if x], not Whole())


@enum.verify(enum.CONTINUOUS)
class Row(enum.Enum):
    FIRST = enum.auto()
    SECOND = enum.auto()


try:
    @enum.verify(enum.CONTINUOUS)
    class Gap(enum.Enum):
        FIRST = 1
        THIRD = 3
except ValueError as e:
    print(e)
