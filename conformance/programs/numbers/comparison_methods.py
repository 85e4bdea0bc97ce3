"""The comparison methods of numbers by name: which operands each type knows, and NotImplemented for the rest."""


class Whole(int):
    pass


operands = [3, -1, True, 2.5, 3.0, 1j, 3 + 0j, 10**30, float("inf"), float("nan"), "3", None, [3]]
names = ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"]

for receiver in (3, True, 10**30, 3.0, 2.5, float("nan"), 3 + 0j, 1j, Whole(3)):
    print("--", type(receiver).__name__, receiver)
    for name in names:
        print(name, [getattr(receiver, name)(other) for other in operands])

# Through the class, and for a subclass that asks its base.
print(int.__eq__(3, 3.0), float.__eq__(3.0, 3), complex.__eq__(3 + 0j, 3), complex.__eq__(1 + 1j, 1 << 10000))
print(complex.__lt__(1j, 2j), object.__lt__(1, 2), object.__ge__(1, 1))


class Clock(int):
    """Hours on a dial: equality up to twelve, order as of ints."""

    def __eq__(self, other):
        return int.__eq__(int(self) % 12, int(other) % 12)

    def __hash__(self):
        return hash(int(self) % 12)

    def __lt__(self, other):
        return super().__lt__(other) is True


print(Clock(13) == Clock(1), Clock(13) == 1, 1 == Clock(13), Clock(2) < Clock(13), Clock(2) < 1.5, len({Clock(1), Clock(13)}))
