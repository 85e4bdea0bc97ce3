"""float: hex and fromhex, is_integer, as_integer_ratio, and the integers below, above and nearest."""
import math


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# hex writes every float exactly: one digit, thirteen digits, the power of two.
values = (0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 255.0, 1e300, 1e-300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, math.pi)
for x in values:
    print(repr(x), x.hex(), float.fromhex(x.hex()) == x)
print(math.inf.hex(), (-math.inf).hex(), math.nan.hex())

# fromhex: the prefix, the point and the exponent may be left out; white space around is allowed.
for text in ("0x1p0", "1", "-1", " 0x.8 ", "0x1.8", "1.8p3", "0XAP-1", "a", "ff", "+0x0p5", "-0x0p0", "inf", "-Infinity", "NAN", "0x1p-1074", "0x1p-1075"):
    print(repr(text), float.fromhex(text))
# Halfway cases go to the even neighbour.
print(float.fromhex("0x1.00000000000008p0"), float.fromhex("0x1.00000000000018p0"), float.fromhex("0x1.000000000000081p0"))
for text in ("", "0x", "x1", "0x1p", "1 2", "0x1.2.3", "g", "0x1p1.5", "1_0", "infinit", "0x1p1024", "0x1p99999999999999999999"):
    attempt(float.fromhex, text)
attempt(float.fromhex, 1.0)
attempt(float.fromhex)

# is_integer and as_integer_ratio.
for x in values:
    print(repr(x), x.is_integer(), x.as_integer_ratio() if 1e-10 < abs(x) < 1e10 else x.as_integer_ratio()[0].bit_length())
print(math.inf.is_integer(), math.nan.is_integer(), (2.0**70).is_integer(), (2.0**70).as_integer_ratio(), (-0.75).as_integer_ratio())
attempt(math.inf.as_integer_ratio)
attempt(math.nan.as_integer_ratio)

# int truncates; floor, ceil and round go their ways; round goes to the even one of two equally near.
for x in (2.5, 3.5, -2.5, -3.5, 0.5, -0.5, 1.4999, 2.9, -2.9, 1e16, 4503599627370497.5):
    print(x, int(x), math.floor(x), math.ceil(x), round(x), round(x, 0), x // 1, x % 1)
for convert in (int, math.floor, math.ceil, round):
    attempt(convert, math.inf)
    attempt(convert, -math.inf)
    attempt(convert, math.nan)

# round with digits works on the exact value, which is seldom the one written.
for x in (0.15, 0.25, 0.35, 2.675, 1.005, 1234.5, -0.05, 1e22, 1e-10):
    print(x, [round(x, digits) for digits in (-3, -2, -1, 0, 1, 2, 20, 400, -400)])
print(round(math.inf, 2), round(math.nan, 2), round(-0.4), round(-0.4, 0), round(5.0, None))
attempt(round, 1.5, 1.0)
attempt(round, 1.5, "1")
attempt(round, 1.7e308, -308)
