# collections.abc: who is what, by what methods it has.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from collections.abc import (
    ByteString, Callable, Collection, Container, Generator, Hashable, ItemsView, Iterable, Iterator, KeysView,
    Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized, ValuesView,
)
import collections.abc

CLASSES = (
    Hashable, Iterable, Iterator, Generator, Reversible, Sized, Container, Callable, Collection, Sequence,
    MutableSequence, ByteString, Set, MutableSet, Mapping, MutableMapping, MappingView, KeysView, ItemsView, ValuesView,
)


def generate():
    yield


class Plain:
    pass


things = {
    "int": 1, "float": 1.5, "None": None, "str": "s", "bytes": b"b", "bytearray": bytearray(), "tuple": (), "list": [],
    "dict": {}, "set": set(), "frozenset": frozenset(), "range": range(3), "keys": {}.keys(), "values": {}.values(),
    "items": {}.items(), "generator": generate(), "iter": iter([]), "zip": zip(), "function": generate, "len": len,
    "method": [].append, "class": Plain, "object": Plain(), "slice": slice(1), "deque": deque(),
    "defaultdict": defaultdict(), "OrderedDict": OrderedDict(), "Counter": Counter(), "ChainMap": ChainMap(),
    "UserDict": UserDict(), "UserList": UserList(), "UserString": UserString(""),
}
for name, thing in things.items():
    print(name, [cls.__name__ for cls in CLASSES if isinstance(thing, cls)])

print([cls for cls in (Sequence, MutableMapping)], collections.abc.Set is Set)
print(issubclass(list, Sequence), issubclass(dict, (Sequence, Mapping)), issubclass(Sequence, Iterable), issubclass(bool, Hashable))


# A class needs only the methods.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(isinstance(Countdown(1), Iterator), issubclass(Countdown, Iterable), issubclass(Countdown, Sized))


class Silent:
    __hash__ = None
    __iter__ = None

    def __call__(self):
        pass

    def __contains__(self, x):
        return True


print([cls.__name__ for cls in CLASSES if issubclass(Silent, cls)])
print(issubclass(Plain, Sequence), Sequence.register(Plain) is Plain, issubclass(Plain, Sequence), isinstance(Plain(), Collection))
for action in (lambda: issubclass(1, Sequence), lambda: Sequence.register(1), lambda: isinstance(1, 1)):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(isinstance([], Iterable) and isinstance("", (int, Sized)))
