"""How functions, methods and type forms are shown: those whose text holds no address."""
from collections.abc import Callable
from typing import TypeVar

print(len, print, abs, str.upper, list.append, dict.get, int.__add__, str.__len__, object.__repr__)
print(type(len), type([].append), type(str.upper), type(int.__add__), type((1).__add__), type(lambda: 0), type(print))

print(list[int], dict[str, list[int]], tuple[()], tuple[int, ...], Callable[[int, str], None], Callable[..., int], type[int])
print(int | str, int | None, list[int] | str, (int | str) | int, (int | str) == (str | int), int | str | bytes)
print(hash(int | str) == hash(str | int), isinstance(5, int | str), isinstance(None, int | None), list[int] == list[int], hash(list[int]) == hash(list[int]))

T = TypeVar("T")
K = TypeVar("K")
print(list[T][int], dict[K, T][str, int], (list[T] | T)[int], (T | None)[str], list[T | int][str], dict[str, T].__parameters__)
for ask in (lambda: list[int][str], lambda: (int | str)[int], lambda: dict[K, T][int], lambda: isinstance([], list[int]), lambda: int | 5):
    try:
        print(ask())
    except TypeError as error:
        print(error)


class Base:
    pass


class Derived(Base, dict):
    pass


print(Derived.mro(), type.mro(int), type(Derived), type(type))
print((1).__add__(2), str.upper("a"), int.__add__(1, 2), [].__len__(), list.__len__([1]))
for wrong in (lambda: str.upper(5), lambda: int.__add__("a", 1), lambda: list.append(), lambda: list.append([]), lambda: [].append()):
    try:
        wrong()
    except TypeError as error:
        print(error)
