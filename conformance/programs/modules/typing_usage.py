# typing as programs use it: annotations that change nothing.
import typing
from dataclasses import dataclass, field
from typing import (
    Any, Callable, ClassVar, Dict, Generator, Generic, Hashable, Iterable, Iterator, List, Mapping, NamedTuple, Optional,
    Protocol, Tuple, TypeVar, Union,
)

Vector = List[float]
Options = Dict[str, str]
Address = Tuple[str, int]
Server = Tuple[Address, Options]
print(Vector, Server, Callable[[Vector], Vector], Optional[Server])


def scale(factor: float, vector: Vector) -> Vector:
    return [factor * x for x in vector]


print(scale(2.0, [1.0, 2.5]), scale.__annotations__)

T = TypeVar("T", bound="Shape")
N = TypeVar("N", int, str)


class Shape:
    def set(self: T, size: float) -> T:
        self.size = size
        return self


class Circle(Shape):
    pass


print(type(Circle().set(2)).__name__, T.__bound__, N.__constraints__)


class Runs(Protocol):
    speed: int

    def run(self) -> int: ...


class Robot:
    speed = 1

    def run(self):
        return 2


def start(runner: Runs) -> int:
    return runner.run() + runner.speed


print(start(Robot()))
Item = TypeVar("Item")


@dataclass
class Box(Generic[Item]):
    item: Item
    tags: List[str] = field(default_factory=list)
    count: ClassVar[int] = 0
    note: Optional[str] = None


print(Box[int](3), Box("x", ["t"]) == Box("x", ["t"]), Box[List[int]], typing.get_type_hints(Box)["tags"])


def numbers(n: int) -> Iterator[int]:
    yield from range(n)


print(list(numbers(3)), isinstance(numbers(1), Iterator), isinstance(numbers(1), Generator), isinstance({}, Mapping))
print(isinstance([], Hashable), isinstance((), Hashable), isinstance("", Iterable), issubclass(int, typing.SupportsIndex))


class Point(NamedTuple):
    x: int = 0
    y: int = 0


print(Point(), Point(1)._replace(y=5), Point(*[1, 2]), typing.get_type_hints(Point))
handlers: Dict[str, Callable[..., Any]] = {"print": print}
handlers["print"]("called")
value: Union[int, str] = 5
later: "Unknown[int]"
print(value)


def outer(x: int, *rest: str, key: Optional[int] = None, **more: Any) -> None:
    local: List[Undefined] = []
    return local


print(outer(1), outer.__annotations__, (lambda: 0).__annotations__ if False else "")
