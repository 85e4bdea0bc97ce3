"""len, sum, any, all, and membership, over every kind of thing."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(len(""), len("aé\U0001f600"), len(b"ab"), len([1]), len((1, 2)), len({1: 2}), len({1}), len(range(7)), len({}.keys()))
for bad in (5, None, iter([]), len, int, 1.5, True):
    attempt(len, bad)


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(len(Sized(3)), bool(Sized(0)), bool(Sized(2)), len(Sized(True)))
attempt(len, Sized(-1))
attempt(len, Sized("x"))
attempt(len, Sized(2**70))
attempt(len, Sized(1.5))
attempt(bool, Sized(-1))

print(sum([]), sum([1, 2, 3]), sum(range(101)), sum([0.5, 1, 2]), sum([1, 2], 10), sum([], 5), sum([True, True]), sum([1, 2], start=1))
print(sum([[1], [2, 3]], []), sum(((1,), (2,)), ()), sum([2**62, 2**62, 2**62]), sum([-(2**63), -1, 1]), sum([1j, 2]), sum({1: 2, 3: 4}))
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([2**80, 0.5]), sum([1, 2.5, 2**70]), sum([0.1, 0.2, 0.3]), sum([True, 0.5, 1]))
print(sum([2**63 - 1, 1, -5]), sum([10**30, -(10**30), 1.5]), sum(iter([1.5, 2.5])), sum((x for x in [1, 2]), 0.0))
attempt(sum, ["a"])
attempt(sum, ["a"], "")
attempt(sum, [b"a"], b"")
attempt(sum, 5)
attempt(sum)
attempt(sum, [1], [])
attempt(sum, [[1]])
attempt(sum, [None])
attempt(sum, [1, 2.5, "x"])


class Money:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Money(self.n + (other.n if isinstance(other, Money) else other))

    __radd__ = __add__

    def __repr__(self):
        return f"${self.n}"


print(sum([Money(1), Money(2)]), sum([Money(1), 5], Money(10)), sum([1, Money(3), 2.5]))

print(any([]), all([]), any([0, 1]), all([0, 1]), any({}), all([1, "a", [0]]), any(x > 2 for x in range(4)), all(x < 3 for x in range(4)))
print(any([None, "", 0.0, [], {}]), all((1, True)), any("a"), any(map(int, "00")), all(map(int, "12")))
calls = []
print(any(calls.append(x) or x > 1 for x in range(10)), calls)
attempt(any, 5)
attempt(all)
attempt(any, [Sized(-1)])


class Truth:
    def __bool__(self):
        return "yes"


attempt(all, [Truth()])
attempt(bool, Truth())
for container in (5, None, len, int, 2.5):
    attempt(lambda: 1 in container)
print("a" in "abc", "" in "", "bc" in "abc", 97 in b"a", 3 in range(5), "x" in {"x": 1}, 1 in [True], None in (None,), 1 in iter([3, 1]))
attempt(lambda: 1 in "abc")
attempt(lambda: 300 in b"a")
attempt(lambda: "a" in b"a")


class Holder:
    def __contains__(self, item):
        return item


class Empty:
    __contains__ = None


print(5 in Holder(), 0 in Holder(), "" not in Holder(), [] in Holder())
attempt(lambda: 1 in Empty())
