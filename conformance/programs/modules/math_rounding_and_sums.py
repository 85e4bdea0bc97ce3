# floor, ceil, trunc and round; gcd, lcm, comb, perm; isclose, fsum, prod.

import math


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


# Down, up, towards zero, to the nearest even.
for value in (2.5, -2.5, 3.5, -0.5, 0.5, 7, True, 1e15 + 0.5):
    print(value, math.floor(value), math.ceil(value), math.trunc(value), round(value))
print(round(2.675, 2), round(1234, -2), round(1250, -2), round(-0.4), round(1.5, 0), round(5, None))
for function in (math.floor, math.ceil, math.trunc, round):
    for value in (math.inf, math.nan, "1"):
        attempt(lambda: function(value))


class Own:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


print(math.floor(Own()), math.ceil(Own()), math.trunc(Own()))

# Divisors and multiples of any number of integers.
print(math.gcd(), math.gcd(12), math.gcd(12, -18), math.gcd(12, 18, 27), math.gcd(0, 0), math.gcd(0, -5))
print(math.lcm(), math.lcm(4, 6), math.lcm(4, -6, 10), math.lcm(3, 0))
attempt(lambda: math.gcd(1.0, 2))

# Choosing and arranging.
print(math.comb(5, 2), math.comb(2, 5), math.comb(0, 0), math.comb(60, 30), math.perm(5, 2), math.perm(5), math.perm(2, 3))
for pair in ((-1, 2), (2, -1), (2.0, 1)):
    attempt(lambda: math.comb(*pair))
    attempt(lambda: math.perm(*pair))

# Near enough: relative to the larger, or absolute.
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9))
print(math.isclose(100, 101, rel_tol=0.01), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan))
attempt(lambda: math.isclose(1, 1, rel_tol=-1))
attempt(lambda: math.isclose(1, 1, 0.1))

# fsum rounds once, at the end; prod starts from 1 or what it is told.
print(sum([0.1] * 10), math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.fsum([]))
print(math.prod([2, 3, 4]), math.prod([]), math.prod([0.5, 4], start=3), math.prod([[1]], start=2))
attempt(lambda: math.fsum([1, "2"]))
attempt(lambda: math.fsum([math.inf, -math.inf]))
attempt(lambda: math.prod(["a", "b"]))
