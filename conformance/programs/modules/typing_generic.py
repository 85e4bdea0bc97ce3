# typing.Generic: classes with type arguments.
from typing import Dict, Generic, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, TypeVar, get_args, get_origin

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


s: Stack[int] = Stack()
s.push(1)
s.push(2)
print(s.pop(), s.pop(), s.pop())
print(Stack[int], Stack[T], Stack[Stack[str]], Stack["Stack"], Stack[None], Stack)
print(Stack[int]().items, type(Stack[int]()) is Stack, isinstance(Stack[int](), Stack), Stack.__parameters__)
print(Stack[int] == Stack[int], Stack[int] == Stack[str], {Stack[int]: "x"}[Stack[int]], get_origin(Stack[int]), get_args(Stack[int]))


class Pair(Generic[K, V]):
    def __init__(self, key: K, value: V):
        self.key, self.value = key, value

    @classmethod
    def of(cls, both: Tuple[K, V]) -> "Pair[K, V]":
        return cls(*both)

    def __repr__(self):
        return "Pair(%r, %r)" % (self.key, self.value)


print(Pair[str, int]("a", 1), Pair.of((1, 2)), Pair[str, int].of(("x", 9)), Pair[K, int][str], Pair.__parameters__)


class IntStack(Stack[int]):
    def total(self):
        return sum(self.items)


i = IntStack()
i.push(4)
i.push(5)
print(i.total(), IntStack.__parameters__, isinstance(i, Stack), issubclass(IntStack, Stack))


class Named(Stack[T], Generic[T, K]):
    pass


class Swapped(Pair[V, K]):
    pass


class Fixed(Pair[str, V]):
    pass


print(Named.__parameters__, Swapped.__parameters__, Fixed.__parameters__, Fixed[int], Swapped[int, str], Named[int, str])


class Numbers(Sequence[int]):
    def __init__(self, *numbers):
        self.numbers = numbers

    def __len__(self):
        return len(self.numbers)

    def __getitem__(self, index):
        return self.numbers[index]


n = Numbers(1, 2, 3)
print(list(n), 2 in n, n.index(3), list(reversed(n)), isinstance(n, Sequence), isinstance(n, Iterable))


class Registry(Dict[str, int]):
    def add(self, name):
        self[name] = len(self)
        return self


print(Registry().add("a").add("b"), isinstance(Registry(), dict), Registry(x=1))


class Table(Mapping[K, V], Generic[K, V]):
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, key):
        return self.rows[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


print(dict(Table[str, int]({"a": 1})), Table.__parameters__, Table({"q": 2}).get("q"))

try:
    isinstance(s, Stack[int])
except TypeError as error:
    print(error)


class Meta(Generic[T]):
    registry = {}

    def __init_subclass__(cls, tag=None, **more):
        super().__init_subclass__(**more)
        Meta.registry[cls.__name__] = tag


class First(Meta[int], tag="one"):
    pass


class Second(Meta[T]):
    pass


print(Meta.registry, First.__parameters__, Second.__parameters__)


def first(items: Sequence[T], default: Optional[T] = None) -> Optional[T]:
    return items[0] if items else default


print(first([1, 2]), first([], 5), first(""))
