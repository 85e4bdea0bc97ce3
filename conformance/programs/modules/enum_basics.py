"""enum: members, lookups, flags, mixed-in types, and what is refused."""
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self):
        return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], list(Color), len(Color))
print(Color, Color.RED.describe(), Color.CRIMSON is Color.RED, Color.RED.value, Color.RED.name)
print(isinstance(Color.RED, Color), Color.RED in Color, type(Color.RED), type(Color))
try:
    Color(9)
except ValueError as e:
    print(e, repr(e))
try:
    Color.RED = 3
except AttributeError as e:
    print(e)
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(P.R | P.X, P.RW, repr(P.R|P.W), P(0), ~P.R, list(P.RW), P.R in P.RW, bool(P(0)))
class N(IntEnum):
    A = 1
    B = 2
print(N.A + 1, N.A < N.B, str(N.A), repr(N.A), f"{N.A}", N(2), sorted([N.B, N.A]), N.A == 1)
class S(StrEnum):
    X = auto()
    Y = "why"
print(S.X, repr(S.Y), S.Y.upper(), f"{S.Y:>5}")
class IF(IntFlag):
    A=1
    B=2
print(IF.A|IF.B, IF(8), repr(IF(9)), IF.A|4, ~IF.A)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT)
class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (6.4, 3.3)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def ratio(self):
        return self.mass / self.radius
print(Planet.EARTH.mass, Planet.MARS.ratio, Planet.EARTH.value)
try:
    class Bad(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)
try:
    class C2(Color): 
        X = 1
except TypeError as e: print(e)
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
match Color.GREEN:
    case Color.RED: print("r")
    case Color.GREEN: print("g")
print({Color.RED: 1}, hash(Color.RED) == hash("RED"))
