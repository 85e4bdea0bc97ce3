# list[int] and int | str: inert objects that are shown, compared, substituted and asked.
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")


def attempt(what, action):
    try:
        print(what, "->", action())
    except (AttributeError, TypeError) as error:
        print(what, "->", type(error).__name__, error)


class Box:
    def __class_getitem__(cls, item):
        return ("Box of", item)


class Plain:
    pass


class Rows(list):
    pass


# --- aliases ---
for alias in (
    list[int], dict[str, int], tuple[int, ...], tuple[()], set[str], frozenset[bytes], type[int],
    list["Forward"], list[list[None]], dict[str, list[int]], Rows[int], enumerate[int], list[...],
):
    print(alias, type(alias), alias.__origin__, alias.__args__)
print(Box[1], Box[1, 2])
attempt("no subscript", lambda: Plain[int])
attempt("nor int", lambda: int[str])

print(list[int] == list[int], list[int] == list[str], list[int] == list, list[int] != [int])
print(hash(list[int]) == hash(list[int]), len({list[int], list[int], list[str]}))
print(list[int]([1, 2]), dict[str, int](a=1), list[int].__name__, list[int].append)
attempt("isinstance", lambda: isinstance([], list[int]))
attempt("issubclass", lambda: issubclass(list, list[int]))
attempt("missing attribute", lambda: list[int].nothing)
attempt("setting", lambda: setattr(list[int], "x", 1))


class Derived(list[int]):
    pass


print(Derived.mro(), Derived((1, 2)))

# --- parameters ---
pairs = dict[K, list[T]]
print(pairs, pairs.__parameters__)
print(pairs[str, int], pairs[str, T][int])
attempt("too few", lambda: pairs[str])
attempt("too many", lambda: pairs[str, int, float])
attempt("none", lambda: list[int][str])

# --- unions ---
for union in (
    int | str, int | None, None | int, int | str | int, int | int, list[int] | None, int | list[int],
    (int | str) | (str | float), Plain | int,
):
    print(union, type(union))
print((int | str).__args__, (int | None).__args__, (list[T] | K).__parameters__)
print((int | str) == (str | int), (int | str) == (int | float), hash(int | str) == hash(str | int))
print((list[T] | K)[int, str])
print(isinstance(3, int | str), isinstance(3.5, int | str), isinstance(None, int | None))
print(issubclass(bool, int | str), issubclass(float, int | str))
attempt("in isinstance", lambda: isinstance(3, str | list[int]))
attempt("with a number", lambda: int | 3)
attempt("number first", lambda: 3 | int)
attempt("with text", lambda: int | "str")
attempt("call", lambda: (int | str)(3))


def annotated(a: list[int], b: int | None = None) -> dict[str, int]:
    return {}


print(annotated.__annotations__)
match 3:
    case int() | str():
        print("matched")
