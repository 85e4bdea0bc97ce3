# Division by zero in every operation that divides, each with the text of its own.

from datetime import timedelta


def attempt(title, action):
    try:
        print(title, "->", action())
    except ArithmeticError as error:
        print(title, "->", type(error).__name__, error, error.args)


# Each operator for each kind of number; the zero's kind decides the text when it is the wider one.
OPERATORS = {
    "/": lambda a, b: a / b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "divmod": divmod,
}
for left, right in ((1, 0), (1, False), (1, 0.0), (1.5, 0), (0, 0), (0.0, -0.0), (10 ** 30, 0)):
    for sign, operation in OPERATORS.items():
        attempt(f"{left!r} {sign} {right!r}", lambda: operation(left, right))
for left, right in ((1, 0j), (1j, 0), (0j, 0.0)):
    attempt(f"{left!r} / {right!r}", lambda: left / right)

# Powers: zero to a negative power; a modulus of zero is a ValueError instead.
for base, exponent in ((0, -1), (0.0, -1), (0, -0.5), (False, -2), (0j, -1), (0, 0), (0.0, 0), (0j, 0)):
    attempt(f"{base!r} ** {exponent!r}", lambda: base ** exponent)
try:
    pow(2, 3, 0)
except ValueError as error:
    print(error)

# Augmented assignment leaves the target as it was.
value = 5
for sign in ("/=", "//=", "%="):
    try:
        if sign == "/=":
            value /= 0
        elif sign == "//=":
            value //= 0
        else:
            value %= 0
    except ZeroDivisionError as error:
        print(sign, error, value)

# Time spans divide too.
hour = timedelta(hours=1)
nothing = timedelta(0)
attempt("span / 0", lambda: hour / 0)
attempt("span // 0", lambda: hour // 0)
attempt("span / 0.0", lambda: hour / 0.0)
attempt("span / span", lambda: hour / nothing)
attempt("span // span", lambda: hour // nothing)
attempt("span % span", lambda: hour % nothing)
attempt("divmod of spans", lambda: divmod(hour, nothing))

# The family: caught as ArithmeticError and Exception, not as OverflowError or ValueError.
for kind in (ZeroDivisionError, ArithmeticError, Exception, OverflowError, ValueError):
    print(kind.__name__, issubclass(ZeroDivisionError, kind))
attempt("too large", lambda: 2.0 ** 5000)
attempt("int too large for float", lambda: 10 ** 400 / 3)
