# match: the containers of collections, and classes that derive from those of collections.abc.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from collections.abc import Mapping, Sequence


def shape(x):
    match x:
        case []:
            return "empty sequence"
        case [one]:
            return "one", one
        case [first, *rest]:
            return "sequence", first, rest
        case {"k": value, **rest}:
            return "mapping", value, rest
        case {}:
            return "other mapping"
        case _:
            return "neither"


class Pair(Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return ("left", "right")[i]


class One(Mapping):
    def __len__(self):
        return 1

    def __iter__(self):
        return iter(["k"])

    def __getitem__(self, key):
        if key != "k":
            raise KeyError(key)
        return "v"


class Registered:
    def __len__(self):
        return 1

    def __getitem__(self, i):
        if i > 0:
            raise IndexError
        return "item"


print(shape(Registered()))
Sequence.register(Registered)
print(shape(Registered()))

for x in (
    deque(), deque([1]), deque([1, 2, 3]), UserList([1, 2]), UserString("ab"), OrderedDict(k=1), OrderedDict(a=2),
    Counter("kkx"), defaultdict(list, k=[]), defaultdict(list), ChainMap({"k": 1}, {"z": 2}), UserDict(k=5, q=6), Pair(), One(),
    "text", b"bytes", {1}, iter([1]), 5,
):
    print(type(x).__name__, shape(x))
