# functools.lru_cache and cache.
from functools import cache, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(x):
    calls.append(x)
    return x * x


print([square(n) for n in (1, 2, 1, 3, 1, 2)], calls)
print(square.cache_info(), square.cache_info().hits, square.cache_parameters())
square.cache_clear()
print(square.cache_info())
hits, misses, maxsize, currsize = square.cache_info()
print(hits, misses, maxsize, currsize, square.__name__, square.__wrapped__(5))


@lru_cache
def plain(x=0, *rest, y=1, **more):
    "What it is for."
    calls.append((x, rest, y, more))
    return x


calls.clear()
plain()
plain(0)
plain(x=0)
plain(y=1)
plain(0, y=1)
plain(y=1, x=0)
plain(x=0, y=1)
plain(0, 1, 2)
plain(0, 1, 2)
print(len(calls), plain.cache_info(), plain.__doc__)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
print(fib.cache_parameters())

# typed keeps 1, 1.0 and True apart.
for typed in (False, True):

    @lru_cache(maxsize=None, typed=typed)
    def kind(a, b=None):
        return type(a).__name__

    print([kind(1, 2), kind(1.0, 2), kind(True, 2), kind(1, b=2), kind(1.0, b=2)], kind.cache_info())


# One int or str argument is its own key.
@lru_cache(None)
def one(x):
    return type(x).__name__


print(one(1), one(1.0), one(True), one("1"), one((1,)), one(None), one.cache_info())


@lru_cache(0)
def never(x):
    return x


print(never(1), never(1), never.cache_info())


@lru_cache(-5)
def negative(x):
    return x


print(negative(1), negative.cache_info())


# An error is not remembered.
@cache
def sometimes(x):
    calls.append(x)
    return 1 // x


calls.clear()
for x in (0, 0, 1, 1):
    try:
        print(sometimes(x))
    except ZeroDivisionError as error:
        print(error)
print(calls, sometimes.cache_info())


# Of methods: self is an argument.
class Circle:
    def __init__(self, r):
        self.r = r

    @lru_cache(maxsize=None)
    def area(self, factor=3):
        calls.append(self.r)
        return self.r**2 * factor

    @staticmethod
    @cache
    def name():
        return "circle"


calls.clear()
a, b = Circle(1), Circle(2)
print(a.area(), a.area(), b.area(), b.area(4), calls, Circle.area.cache_info(), Circle.name(), a.name())


class Key:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __hash__(self):
        calls.append("hash")
        return hash(self.v)


@cache
def of_key(key):
    return key.v


calls.clear()
print(of_key(Key(1)), of_key(Key(1)), calls)

for action in (
    lambda: square([1]),
    lambda: square({}),
    lambda: square(),
    lambda: square(1, 2),
    lambda: lru_cache("x"),
    lambda: lru_cache(1.5),
    lambda: cache(),
    lambda: cache(5)(1),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


# Recursion through the cache, and a cached value that is None.
@lru_cache(maxsize=100)
def collatz(n):
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


print(max(range(1, 300), key=collatz), collatz(27), collatz.cache_info().currsize)


@cache
def nothing(x):
    calls.append("nothing")


calls.clear()
print(nothing(1), nothing(1), calls)
