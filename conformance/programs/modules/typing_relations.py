# typing: equality, hashing, flattening, arguments filled in, questions.
import collections.abc
from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Final, Generic, Iterable, List, Literal, Mapping, Optional, Sequence, Set,
    Tuple, Type, TypeVar, Union, get_args, get_origin,
)

T = TypeVar("T")
S = TypeVar("S")

# Unions are flat, without repetition, and do not mind the order.
print(Union[int, Union[str, float]] == Union[int, str, float], Union[int, str] == Union[str, int], Union[int, int] is int)
print(Optional[Optional[int]] == Optional[int], Union[int, None] == Optional[int], Optional[int] != Optional[str])
print(hash(Union[int, str]) == hash(Union[str, int]), len({Union[int, str], Union[str, int], Optional[int]}))
print(Union[Union[int, str], Union[str, None]], Union[List[int], List[int], List[str]])

print(List[int] == List[int], List[int] == List[str], List[int] == list, hash(List[int]) == hash(List[int]))
print(Dict[str, int] == Dict[str, int], Tuple[int, ...] == Tuple[int], Callable[[int], str] == Callable[[int], str])
print({List[int]: 1}[List[int]], Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True], Literal["a"] == Literal["a"])
print(Annotated[int, 1] == Annotated[int, 1], Annotated[int, 1] == Annotated[int, 2], Annotated[int, 1] == int)

# Type variables can be filled in.
print(List[T][int], Dict[str, T][int], Dict[T, S][int, str], Union[T, None][int], Callable[[T], S][int, str])
print(List[Dict[T, List[S]]][int, str], Tuple[T, ...][int], Optional[T][str], Dict[T, T][int], List[List[T]][S][int])
print(List[T].__parameters__, Dict[T, S].__parameters__, Dict[T, T].__parameters__, List[int].__parameters__)
print(Annotated[List[T], "x"][int], Type[T][int], Iterable[T][List[S]])

# What they are made of.
for form in (
    List[int], Dict[str, int], Optional[int], Union[int, str, None], Tuple[int, str], Tuple[int, ...], Tuple[()],
    Callable[[int, str], bool], Callable[..., int], Callable[[], None], Literal[1, "a"], Annotated[int, "n", 2],
    ClassVar[int], Final[int], Type[int], Sequence[int], Mapping[str, int], Set[T], Generic[T], List, Dict, Callable, Tuple,
    int, None, "text", T, Any, Union, Optional,
):
    print(form, get_origin(form), get_args(form))

print(List[int].__origin__, List[int].__args__, Union[int, str].__args__, get_origin(Iterable[int]) is collections.abc.Iterable)

# Filled-in forms are also classes to call, where the class is.
print(Dict, dict)
for action in (lambda: List[int](), lambda: Dict(), lambda: isinstance([], List), lambda: issubclass(list, List), lambda: isinstance([], Sequence), lambda: isinstance(1, Union[int, str]), lambda: isinstance("", Optional[int]), lambda: issubclass(bool, Union[int, str]), lambda: isinstance([], List[int]), lambda: isinstance([], Any), lambda: isinstance(1, Optional), lambda: isinstance(1, Literal[1]), lambda: Any(), lambda: Union(), lambda: Optional[int]()):
    try:
        print(action())
    except TypeError as error:
        print(error)
