"""dataclasses: what the decorator writes, what it refuses, and the functions on instances."""
from dataclasses import dataclass, field, fields, asdict, astuple, replace, FrozenInstanceError, is_dataclass, KW_ONLY, InitVar, make_dataclass
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
print(P(1), P(1, 3), P(1) == P(1), P(x=1, z=[3]))
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3, 4)
except TypeError as e: print(e)
try: P(1, q=4)
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "k"
print(F(1) < F(2), hash(F(1)) == hash(F(1)), sorted([F(3), F(1)]), {F(1): 2})
try: F(1).a = 3
except FrozenInstanceError as e: print(e, type(e))
try: {P(1)}
except TypeError as e: print(e)
@dataclass
class Q(P):
    w: str = "w"
    def __post_init__(self): self.n = len(self.w)
print(Q(1, w="abc"), Q(1).n, [f.name for f in fields(Q)])
print(replace(F(1), b="z"), is_dataclass(F), is_dataclass(3), F.__match_args__ if False else "")
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 3
    c: InitVar[int] = 4
    def __post_init__(self, c): self.d = c
print(K(1, b=4), K(1, c=9).d)
try: K(1, 2)
except TypeError as e: print(e)
try:
    @dataclass
    class M:
        a: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class M2:
        a: int = 3
        b: int
except TypeError as e: print(e)
match F(5):
    case F(a, b): print(a, b)
C = make_dataclass("C", [("x", int), ("y", int, field(default=5))])
print(C(1), fields(P)[0].name, fields(P)[2].init)
@dataclass
class Node:
    v: int
    n: "Node" = None
a = Node(1); a.n = a
print(a)
@dataclass(eq=False)
class E:
    x: int
print(E(1) == E(1))
