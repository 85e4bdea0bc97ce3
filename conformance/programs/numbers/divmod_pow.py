"""//, %, divmod and pow of ints and floats: signs, zeros, infinities, and powers to a modulus."""
import math


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# // goes downwards and % has the sign of the divisor: a == (a // b) * b + a % b.
for a in (7, -7, 0, 10**20, -(10**20)):
    for b in (3, -3, 1, -1, 10**19 + 1):
        print(a, b, a // b, a % b, divmod(a, b) == (a // b, a % b), a == (a // b) * b + a % b)
for a in (7.5, -7.5, 0.0, -0.0, 1e20):
    for b in (2, -2, 0.5, -0.1):
        print(a, b, a // b, a % b, divmod(a, b))

# Infinity and nan as either operand.
for a, b in ((math.inf, 2), (5, math.inf), (-5, math.inf), (5, -math.inf), (0.0, -math.inf), (math.nan, 1), (1, math.nan)):
    print(a, b, a // b, a % b, divmod(a, b))

# Division by zero has a message for each operator and kind.
for zero in (0, 0.0, False):
    for a in (1, 1.0):
        attempt(lambda: a / zero)
        attempt(lambda: a // zero)
        attempt(lambda: a % zero)
        attempt(divmod, a, zero)

# / of ints is the nearest float, whatever their size.
print(7 / 2, -7 / 2, 10**400 / 10**399, 1 / 3, (2**53 + 1) / 1, 10**17 / 10**17, 5 / 10**400)
attempt(lambda: 10**400 / 3)
attempt(lambda: 10**400 / 1.0)
attempt(lambda: 10**400 * 1.0)

# Powers: of ints an int, unless the exponent is negative.
print(2**10, (-2) ** 3, -2**2, 2**-1, (-2) ** -2, 0**0, 0.0**0, 1**-5, True**False, 10**30, (-1) ** (10**20))
print(2**0.5, 4**0.5, (-8) ** (1 / 3), (-1) ** 0.5, 2.0**-1074, 0.0**5, (-0.0) ** 3, (-0.0) ** 2, 1.0**math.nan, math.nan**0)
print(math.inf**-1, (-math.inf) ** 3, 0.5**math.inf, (-1.0) ** math.inf)
attempt(lambda: 0**-1)
attempt(lambda: 0.0**-1)
attempt(lambda: (-0.0) ** -3)
attempt(lambda: 10.0**400)
attempt(lambda: "2" ** 2)
attempt(lambda: 2 ** None)

# pow with a modulus: the result has its sign; a negative exponent asks for the inverse.
print(pow(3, 4, 5), pow(3, 4, -5), pow(-3, 3, 7), pow(3, 0, 1), pow(2, 10**20, 10**9 + 7), pow(3, -1, 7), pow(2, -3, 9), pow(0, 0, 5))
attempt(pow, 3, 4, 0)
attempt(pow, 2, -1, 4)
attempt(pow, 0, -1, 5)
attempt(pow, 2.0, 2, 3)
attempt(pow, 2, 2.0, 3)
attempt(pow, 2, 2, 3.0)
attempt(pow, 2)
attempt(pow, "a", 2)
print(pow(base=2, exp=5), pow(2, exp=5, mod=7), pow(2, 3, None))

# divmod of what has no division.
attempt(divmod, "a", 2)
attempt(divmod, 5)
attempt(divmod, [1], 1)
attempt(divmod, 1, None)
print(divmod(True, 2), divmod(-1, True), divmod(2**64, -3))
