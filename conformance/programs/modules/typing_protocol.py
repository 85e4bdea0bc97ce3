# typing.Protocol and runtime_checkable.
from abc import abstractmethod
from typing import (
    Generic, Iterable, Protocol, Sized, SupportsAbs, SupportsFloat, SupportsIndex, SupportsInt, SupportsRound, TypeVar,
    runtime_checkable,
)

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        return "closed"


class Other:
    pass


class NotNow:
    close = None


print(isinstance(File(), Closes), isinstance(Other(), Closes), isinstance(NotNow(), Closes), issubclass(File, Closes), issubclass(Other, Closes))


@runtime_checkable
class Named(Protocol):
    name: str

    def greet(self) -> str:
        return "hello " + self.name


class Person:
    def __init__(self):
        self.name = "Ada"

    def greet(self):
        return "hi"


class Explicit(Named):
    def __init__(self, name):
        self.name = name


print(isinstance(Person(), Named), isinstance(Other(), Named), isinstance(Explicit("x"), Named), Explicit("Bob").greet())
try:
    issubclass(Person, Named)
except TypeError as error:
    print(error)


class Unchecked(Protocol):
    def run(self): ...


for action in (lambda: isinstance(1, Unchecked), lambda: issubclass(int, Unchecked), lambda: Unchecked(), lambda: Named()):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Runner(Unchecked):
    def run(self):
        return "running"


print(Runner().run(), isinstance(Runner(), Runner))


class Steps(Protocol):
    @abstractmethod
    def step(self) -> int: ...

    def twice(self) -> int:
        return self.step() * 2


class Ones(Steps):
    def step(self):
        return 1


class NoStep(Steps):
    pass


print(Ones().twice())
try:
    NoStep()
except TypeError as error:
    print(error)


# Protocols of protocols, and with type arguments.
@runtime_checkable
class Both(Closes, Sized, Protocol):
    pass


class Has(File):
    def __len__(self):
        return 3


print(isinstance(Has(), Both), isinstance(File(), Both), isinstance([], Both))


@runtime_checkable
class Source(Protocol[T_co]):
    def read(self) -> T_co: ...


class Text:
    def read(self):
        return "text"


print(isinstance(Text(), Source), Source[int], Source.__parameters__)


def use(source: Source[str]) -> str:
    return source.read()


print(use(Text()))

for value in (1, 1.5, "s", True, None, [], 2j):
    print(repr(value), [p.__name__ for p in (SupportsInt, SupportsFloat, SupportsIndex, SupportsAbs, SupportsRound) if isinstance(value, p)])

try:

    class Wrong(Protocol, Other):
        pass

except TypeError as error:
    print(error)
try:
    runtime_checkable(Other)
except TypeError as error:
    print(error)
