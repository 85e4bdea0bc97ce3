"""int: bit_length, bit_count, as_integer_ratio, shifts and the bitwise operators, of negative and of large numbers."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# bit_length: the digits of abs(n) in base two; bit_count: how many of them are ones.
for n in (0, 1, 2, 3, 4, 7, 8, 255, 256, -1, -2, -8, -255, 2**63 - 1, 2**63, -2**63, 2**64, 10**30, -(2**200) + 1):
    print(n, n.bit_length(), n.bit_count(), n.bit_length() == len(bin(abs(n)).lstrip("0b")), n.bit_count() == bin(n).count("1"))
print(True.bit_length(), False.bit_count(), (5).conjugate(), (5).real, (5).imag, (-5).numerator, (5).denominator, True.real)
attempt((5).bit_length, 1)
attempt((5).bit_count, 1)
attempt(lambda: (5.0).bit_length())

# as_integer_ratio: the number over one, as plain ints.
print((7).as_integer_ratio(), (-7).as_integer_ratio(), (0).as_integer_ratio(), True.as_integer_ratio(), (10**25).as_integer_ratio())

# A negative number acts as two's complement with endless ones: n ^ -1 == ~n == -n - 1.
for n in (0, 1, 5, -1, -6, 2**64, -(2**64), 10**20):
    print(n, ~n, n ^ -1, -n - 1, n & 255, n | 255, n & -256, n | -256)
for a in (12, -12, 2**65 + 3, -(2**65) - 3):
    for b in (10, -10, 2**64, -(2**64)):
        print(a, b, a & b, a | b, a ^ b, (a & b) + (a | b) == a + b, (a ^ b) == (a | b) - (a & b))

# Shifting left multiplies, shifting right divides downwards, so that a negative number ends at -1.
for n in (1, 5, -5, 2**64 + 1, -(2**64) - 1, 0):
    print(n, n << 0, n << 3, n << 64, n >> 1, n >> 2, n >> 63, n >> 1000)
print(-1 >> 5, -7 >> 1, -7 // 2, -8 >> 3, 1 << 100 >> 100, 0 << 10**6, 5 >> 10**30, -5 >> 10**30)
attempt(lambda: 1 << -1)
attempt(lambda: 1 >> -1)
attempt(lambda: 1 >> -10**30)
attempt(lambda: 1 << 1.0)
attempt(lambda: 1.0 << 1)

# Of bools the bitwise operators make bools; with an int, or inverted or shifted, ints.
print(True & False, True | False, True ^ True, True & 1, True ^ 2, ~True, ~False, True << True, True >> 1)

# No other numbers have bits.
attempt(lambda: 1 & 1.0)
attempt(lambda: "1" | 1)
attempt(lambda: None ^ 1)
attempt(lambda: ~1.5)
attempt(lambda: ~"a")
n = 6
n &= 12
n |= 3
n ^= 1
n <<= 4
n >>= 1
print(n)
