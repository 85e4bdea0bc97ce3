# functools.total_ordering: the other comparisons from one of them.
from functools import total_ordering


def table(cls):
    a, b, c = cls(1), cls(2), cls(1)
    print(cls.__name__, [a < b, a <= b, a > b, a >= b], [b < a, b <= a, b > a, b >= a], [a < c, a <= c, a > c, a >= c])
    print(sorted([b, a, c], key=lambda x: x)[0].v, max(a, b).v, min(b, a).v)


@total_ordering
class ByLt:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __lt__(self, other):
        if not isinstance(other, ByLt):
            return NotImplemented
        return self.v < other.v


table(ByLt)


@total_ordering
class ByLe:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __le__(self, other):
        return self.v <= other.v


table(ByLe)


@total_ordering
class ByGt:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __gt__(self, other):
        return self.v > other.v


table(ByGt)


@total_ordering
class ByGe:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __ge__(self, other):
        return self.v >= other.v


table(ByGe)


# What is defined stays.
@total_ordering
class Own(ByLt):
    def __gt__(self, other):
        return "own"


print(Own(1) > Own(2), Own(1) >= Own(2), Own(1) <= Own(2), Own.__gt__.__name__, ByLt.__ge__.__name__)

try:

    @total_ordering
    class None_:
        pass

except ValueError as error:
    print(error)

for action in (lambda: ByLt(1) > 5, lambda: ByLt(1) <= 5, lambda: ByLt(1) >= "x", lambda: ByLe(1) > 5):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
