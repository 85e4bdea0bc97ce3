# typing: what cannot be written.
from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Final, ForwardRef, Generic, List, Literal, NewType, NoReturn, Optional,
    ParamSpec, Protocol, Tuple, Type, TypeVar, Union, cast,
)

T = TypeVar("T")
S = TypeVar("S")


class Plain:
    pass


class Box(Generic[T]):
    pass


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: List[1])
attempt(lambda: List[int, str])
attempt(lambda: List[()])
attempt(lambda: Dict[int])
attempt(lambda: Dict[int, str, float])
attempt(lambda: List[int][str])
attempt(lambda: Dict[T, str][int, int])
attempt(lambda: Optional[int, str])
attempt(lambda: Optional[1])
attempt(lambda: Optional[()])
attempt(lambda: Union[()])
attempt(lambda: Union[1, 2])
attempt(lambda: Union[int, [str]])
attempt(lambda: Tuple[1])
attempt(lambda: Tuple[..., int])
attempt(lambda: Callable[int])
attempt(lambda: Callable[int, str])
attempt(lambda: Callable[[int], 1])
attempt(lambda: Annotated[int])
attempt(lambda: Annotated())
attempt(lambda: ClassVar[1])
attempt(lambda: ClassVar[int, str])
attempt(lambda: List[ClassVar[int]])
attempt(lambda: Optional[Final])
attempt(lambda: List[Generic])
attempt(lambda: List[Generic[T]])
attempt(lambda: Any[int])
attempt(lambda: NoReturn[int])
attempt(lambda: ForwardRef(1))
attempt(lambda: Generic[int])
attempt(lambda: Generic[T, T])
attempt(lambda: Generic[()])
attempt(lambda: Protocol[int])
attempt(lambda: Box[int, str])
attempt(lambda: Box[1])
attempt(lambda: Box[int][str])
attempt(lambda: Generic[T][int])
attempt(lambda: Plain[int])
attempt(lambda: TypeVar("X", int))
attempt(lambda: TypeVar("X", int, str, bound=int))
attempt(lambda: TypeVar("X", covariant=True, contravariant=True))
attempt(lambda: TypeVar("X", bound=1))
attempt(lambda: TypeVar("X", 1, 2))
attempt(lambda: TypeVar())
attempt(lambda: T())
attempt(lambda: NewType("N"))
attempt(lambda: cast(int))


def derive(*bases):
    class Derived(*bases):
        pass

    return Derived.__name__


attempt(lambda: derive(Generic))
attempt(lambda: derive(Any))
attempt(lambda: derive(Optional[int]))
attempt(lambda: derive(Union))
attempt(lambda: derive(ClassVar[int]))
attempt(lambda: derive(NewType("N", int)))
attempt(lambda: derive(Dict[str, int]))
attempt(lambda: derive(List[int], Generic[T]))
attempt(lambda: derive(Dict[T, S], Generic[T]))
attempt(lambda: derive(Callable[[int], str]) if False else "no")
attempt(lambda: derive(Type) if False else "no")
