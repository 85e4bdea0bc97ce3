# How sequence patterns look at their subject: by unpacking, or item by item beside an unnamed rest.
from collections.abc import Sequence


class Seen(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        print("len", end=" ")
        return len(self.items)

    def __getitem__(self, i):
        print("item", i, end=" ")
        return self.items[i]

    def __iter__(self):
        print("iter", end=" ")
        return iter(self.items)


def patterns(subject):
    match subject:
        case []:
            print("-> empty")
        case [_]:
            print("-> one")
    match subject:
        case [_, *_]:
            print("-> some")
    match subject:
        case [*_]:
            print("-> any")
    match subject:
        case [a, b]:
            print("->", a, b)
    match subject:
        case [a, *_]:
            print("->", a)
    match subject:
        case [*_, z]:
            print("->", z)
    match subject:
        case [a, _, *_, y, z]:
            print("->", a, y, z)
    match subject:
        case [a, *rest]:
            print("->", a, rest)
    match subject:
        case [1, *_] | [2, *_]:
            print("-> one or two first")
    print()


patterns(Seen())
patterns(Seen(1))
patterns(Seen(1, 2))
patterns(Seen(2, 3, 4, 5))
match range(10**9):
    case [first, second, *_, last]:
        print(first, second, last)
match (1, 2, 3):
    case (x, *_, y) if x + y == 4:
        print(x, y)
