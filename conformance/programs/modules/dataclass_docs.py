# The __doc__ that dataclass() writes: the class's signature.
import collections
import dataclasses
import typing


@dataclasses.dataclass
class Nothing:
    pass


@dataclasses.dataclass
class All:
    x: int
    y: list = dataclasses.field(default_factory=list)
    z: "str" = "a"
    w: typing.List[int] = None
    d: collections.deque = dataclasses.field(kw_only=True, default=3)
    g: list[int] = None
    o: typing.Optional[int] = None


@dataclasses.dataclass
class Own:
    """My own."""
    x: int


@dataclasses.dataclass
class Derived(Own):
    y: float = 1.5


@dataclasses.dataclass(init=False)
class Bare:
    x: int


for cls in [Nothing, All, Own, Derived, Bare]:
    print(cls.__name__, cls.__doc__)
