# typing: cast, overload, final, NewType, get_type_hints, TYPE_CHECKING and the rest that does nothing.
from typing import (
    TYPE_CHECKING, Annotated, Any, Callable, ClassVar, Dict, Final, List, Literal, NewType, Optional, Union, assert_never,
    assert_type, cast, final, get_overloads, get_type_hints, no_type_check, overload,
)

print(TYPE_CHECKING, cast(int, "not an int"), cast("List[int]", [1]), assert_type(5, int))

UserId = NewType("UserId", int)
print(UserId(5), type(UserId(5)) is int, UserId("any"), UserId.__name__)
AdminId = NewType("AdminId", UserId)
print(AdminId(7), AdminId.__supertype__)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), double("a"), len(get_overloads(double)))


@overload
def alone(x: int) -> int: ...


try:
    alone(1)
except NotImplementedError as error:
    print(error)


@final
class Leaf:
    @final
    def method(self):
        return "method"


print(Leaf().method(), Leaf.__final__, Leaf.method.__final__)


def annotated(a: int, b: "str", c: Optional[int] = None, *args: float, d: None = None, **kw: List[int]) -> Union[int, str]:
    return a


print(get_type_hints(annotated))


class Config:
    name: str
    size: int = 3
    tags: List[str] = []
    kind: ClassVar[Literal["a", "b"]] = "a"
    note: Annotated[int, "meta"] = 1
    later: "Optional[int]" = None if False else None
    MAX: Final = 10


class Special(Config):
    name: bytes
    extra: Dict[str, Any]


hints = get_type_hints(Special) if False else {}
print(Config.size, Config.tags, Config.MAX, hints)


class Simple:
    a: int
    b: "int"
    c: Annotated[List[Annotated[int, "x"]], "y"]
    d: None


class Child(Simple):
    a: str
    e: Callable[[int], str]


print(get_type_hints(Child))
print(get_type_hints(Simple, include_extras=True))
print(get_type_hints(lambda x: x), get_type_hints(len))


@no_type_check
def loose(a: "not a type"):
    return a


print(get_type_hints(loose), loose(1))


def handle(x: Union[int, str]) -> str:
    if isinstance(x, int):
        return "int"
    if isinstance(x, str):
        return "str"
    assert_never(x)


print(handle(1), handle("s"))
for action in (lambda: handle([1]), lambda: get_type_hints(5)):
    try:
        print(action())
    except (AssertionError, TypeError, NameError) as error:
        print(type(error).__name__, error)

values: Dict[str, List[int]] = {}
values["a"] = [1]
count: int
print(values)
