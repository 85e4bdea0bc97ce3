# typing: what the forms look like.
from collections import deque
from typing import (
    AbstractSet, Annotated, Any, AnyStr, Callable, ChainMap, ClassVar, Collection, Concatenate, Container,
    ContextManager, Counter, DefaultDict, Deque, Dict, Final, ForwardRef, FrozenSet, Generator, Generic, Hashable,
    ItemsView, Iterable, Iterator, KeysView, List, Literal, LiteralString, Mapping, MutableMapping, MutableSequence,
    MutableSet, Never, NewType, NoReturn, NotRequired, Optional, OrderedDict, ParamSpec, Reversible, Required, Self,
    Sequence, Set, Sized, Text, Tuple, Type, TypeAlias, TypeGuard, TypeVar, Union, ValuesView,
)

T = TypeVar("T")
K = TypeVar("K", covariant=True)
C = TypeVar("C", contravariant=True)
P = ParamSpec("P")


class Point:
    class Inner:
        pass


print(List, List[int], List["Point"], List[None], List[Point], List[Point.Inner], List[Any], List[T], List[List[int]])
print(Dict, Dict[str, int], Dict[str, List[Optional[int]]], Set[int], FrozenSet[str], Type[Point], Type[T], Type[Any])
print(Tuple, Tuple[int], Tuple[int, str], Tuple[int, ...], Tuple[()], Tuple[None, "x"])
print(Optional[int], Optional[None], Optional["Point"], Optional[List[int]], Optional[Union[int, str]])
print(Union[int], Union[int, str], Union[int, None], Union[None, int], Union[int, str, None], Union[int, int], Union["a", "b"])
print(Callable, Callable[[], int], Callable[[int, str], None], Callable[..., Any], Callable[[T], K], Callable[P, int])
print(Callable[[Callable[[int], str]], Optional[int]], Callable[Concatenate[int, P], str])
print(Literal[1], Literal["a", 2, None, True], Literal[1, 1], Literal[Literal[1, 2], 3])
print(Annotated[int, "note"], Annotated[List[int], 1, [2]], Annotated[Annotated[int, "a"], "b"])
print(ClassVar[int], ClassVar, Final[str], Final, Any, NoReturn, Never, Self, LiteralString, TypeAlias, TypeGuard[int])
print(Required[int], NotRequired[str], Generic, Generic[T], Generic[T, K], T, K, C, P, AnyStr, P.args, P.kwargs)
print(Iterable[int], Iterator[str], Sequence[int], MutableSequence[int], Mapping[str, int], MutableMapping[str, T])
print(AbstractSet[int], MutableSet[int], Collection[int], Container[int], Reversible[int], Hashable, Sized)
print(KeysView[str], ValuesView[int], ItemsView[str, int], Generator[int, None, str], ContextManager[int])
print(Deque[int], DefaultDict[str, int], OrderedDict[str, int], Counter[str], ChainMap[str, int], Text)
print(ForwardRef("Point"), ForwardRef("x") == ForwardRef("x"), ForwardRef("x").__forward_arg__)
UserId = NewType("UserId", int)
print(UserId, UserId.__name__, UserId.__supertype__, List[UserId], Optional[UserId])
print(List[deque], Dict[int, Literal["x"]], Union[Literal["x"], int], Dict[str, Callable[[int], List[T]]])
print([Optional[int]], {"hint": List[str]}, f"{Dict[str, int]}", str(Union[int, str]))
