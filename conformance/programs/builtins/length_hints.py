"""__length_hint__ of the iterators, before and after steps; and how list() asks a program's iterables for their length."""
import operator


def steps(name, iterator, count):
    hints = [iterator.__length_hint__()]
    for _ in range(count):
        next(iterator, None)
        hints.append(iterator.__length_hint__())
    print(name, hints, operator.length_hint(iterator, -7))


steps("list", iter([1, 2, 3]), 5)
steps("tuple", iter((1, 2)), 3)
steps("str", iter("abc"), 2)
steps("wide str", iter("aé€😀"), 5)
steps("bytes", iter(b"ab"), 3)
steps("bytearray", iter(bytearray(b"ab")), 3)
steps("range", iter(range(0, 10, 3)), 5)
steps("large range", iter(range(2**70, 2**70 + 3)), 2)
steps("dict", iter({1: 2, 3: 4}), 3)
steps("values", iter({1: 2, 3: 4}.values()), 3)
steps("items", iter({1: 2, 3: 4}.items()), 1)
steps("reversed dict", reversed({1: 2, 3: 4}), 3)
steps("set", iter({7}), 2)
steps("reversed list", reversed([1, 2, 3]), 4)
steps("reversed tuple", reversed((1, 2)), 3)
steps("reversed range", reversed(range(4)), 2)

numbers = [1, 2, 3, 4]
forward, backward = iter(numbers), reversed(numbers)
next(forward), next(backward)
del numbers[1:]
print(forward.__length_hint__(), backward.__length_hint__())
numbers.extend("abcdef")
print(forward.__length_hint__(), backward.__length_hint__())
table = {1: 2}
keys = iter(table)
table[3] = 4
print(keys.__length_hint__())

for unknown in (enumerate("ab"), zip("ab"), map(str, "ab"), filter(None, "ab"), iter(int, 1), (x for x in "ab")):
    print(type(unknown).__name__, hasattr(unknown, "__length_hint__"), operator.length_hint(unknown, 5))

print([type(iter(x)).__name__ for x in ("abc", "é", b"a", bytearray(b"a"), range(2**80), range(3))])


class Old:
    """A sequence by __getitem__ alone, with or without a length."""

    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


class Sized(Old):
    def __len__(self):
        return 3


for make in (Old, Sized):
    walk = iter(make())
    next(walk)
    print(make.__name__, walk.__length_hint__(), operator.length_hint(walk, -1))


class Asked:
    def __init__(self, log, length=None, hint=None):
        self.log, self.length, self.hint = log, length, hint

    def __iter__(self):
        self.log.append("iter")
        return iter("xy")

    def __length_hint__(self):
        self.log.append("hint")
        return self.hint() if callable(self.hint) else self.hint


class AskedLength(Asked):
    def __len__(self):
        self.log.append("len")
        return self.length() if callable(self.length) else self.length


def fail(kind):
    def action():
        raise kind("from the hint")
    return action


def attempt(make, **what):
    for use in (list, tuple, lambda x: [*x], lambda x: [0].extend(x)):
        log = []
        try:
            result = use(make(log, **what))
        except Exception as e:
            result = type(e).__name__ + ": " + str(e)
        print(make.__name__, result, log)


attempt(Asked, hint=2)
attempt(Asked, hint=NotImplemented)
attempt(Asked, hint="many")
attempt(Asked, hint=-1)
attempt(Asked, hint=fail(TypeError))
attempt(Asked, hint=fail(ValueError))
attempt(AskedLength, length=2, hint=5)
attempt(AskedLength, length=-1, hint=5)
attempt(AskedLength, length=fail(TypeError), hint=5)
attempt(AskedLength, length=fail(ValueError), hint=5)
