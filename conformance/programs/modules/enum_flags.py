"""enum.Flag and IntFlag: combining, iterating, boundaries, text."""
from enum import Flag, IntFlag, auto, CONFORM, EJECT, KEEP, STRICT, unique, verify, NAMED_FLAGS, CONTINUOUS, UNIQUE, IntEnum, Enum


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W
    NONE = 0


print(list(Perm), len(Perm), [p.value for p in Perm])
for value in range(8):
    p = Perm(value)
    print(value, repr(p), p, p.name, list(p), len(p), bool(p))
print(Perm.R | Perm.X, Perm.RW & Perm.W, Perm.RW ^ Perm.R, ~Perm.X, ~Perm.RW)
print(Perm.R in Perm.RW, Perm.X in Perm.RW, Perm.RW in Perm.RW)
print(Perm.R | Perm.W is Perm.RW, Perm.RW is (Perm.R | Perm.W))
for make in (lambda: Perm(8), lambda: Perm(-9), lambda: Perm.R | 1, lambda: Perm("x"), lambda: 1 in Perm.R,
             lambda: Perm.R < Perm.W):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
print(Perm(-1), Perm(-2), hash(Perm.R) == hash("R"))


class Auto(Flag):
    A = auto()
    B = auto()
    AB = A | B
    C = auto()


print([(m.name, m.value) for m in Auto], Auto.AB, Auto.A | Auto.C)


class Strict(Flag, boundary=STRICT):
    A = 1
    B = 2


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 2


class Eject(Flag, boundary=EJECT):
    A = 1
    B = 2


class Keep(Flag, boundary=KEEP):
    A = 1
    B = 2


for cls in (Strict, Conform, Eject, Keep):
    try:
        print(repr(cls(7)), repr(cls(3)))
    except ValueError as error:
        print(error)


class Color(IntFlag):
    RED = 1
    GREEN = 2
    BLUE = 4


print(Color.RED | Color.BLUE, repr(Color.RED | 8), Color(3), Color.RED + 1, Color.RED | 2, 2 | Color.RED)
print(~Color.RED, Color.RED & 5, int(Color.BLUE), [c for c in Color(6)], Color(0), repr(Color(0)))
print(isinstance(Color.RED | Color.GREEN, Color), Color.RED == 1, f"{Color.RED:03d}", str(Color.GREEN))

try:
    @unique
    class Twice(IntEnum):
        A = 1
        B = 1
        C = 1
except ValueError as error:
    print(error)
try:
    @verify(CONTINUOUS)
    class Gap(IntEnum):
        A = 1
        B = 4
except ValueError as error:
    print(error)
try:
    @verify(NAMED_FLAGS)
    class Unnamed(Flag):
        A = 1
        B = 2
        ALL = 15
except ValueError as error:
    print(error)
try:
    @verify(UNIQUE)
    class Again(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)

Made = Flag("Made", "ONE TWO THREE")
print(list(Made), Made.ONE | Made.THREE)
print(list(IntEnum("Counted", ["x", "y"], start=5)), list(Enum("Pairs", {"p": 1, "q": "two"})),
      list(Enum("Listed", [("a", 3), ("b", 4)])))
