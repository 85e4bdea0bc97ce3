"""int and float arithmetic: signs, big values, conversions, rounding, comparison between kinds, bit operations."""
values = [0, 1, -1, 2, 7, -7, 10, 2**31, -(2**31), 2**62, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**64) - 1, 10**30, -(10**25) + 1, 3**100]
for a in values:
    row = [str(a), str(-a), str(abs(a)), str(~a), str(a + 1), str(a - 1), str(a * a), str(a >> 3), str(a << 5), str(a.bit_length()), hex(a), oct(a)]
    print(" ".join(row))
check = 0
for a in values:
    for b in values:
        parts = [a + b, a - b, a * b, a & b, a | b, a ^ b, a == b, a < b, a <= b]
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)), (a, b)
            parts += [a // b, a % b]
        check = (check * 31 + sum(int(p) for p in parts)) % (10**40)
print(check)
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2)
print(1 / 2, 6 / 3, 2**64 / 2**63, 10**400 // 10**399, 10**20 / 3, 2**0.5, 2**-1, (-8) ** 3, 0**0, 0.0**0, 4**0.5, (-1) ** 2, 2**100)
print(pow(3, 200, 1000007), pow(-3, 5, 7), pow(3, -1, 7), pow(2, 10), divmod(-7, 2), divmod(7.5, 2))
print(int(3.9), int(-3.9), int("  -12_3 "), int("ff", 16), int("0b101", 0), int("0x1F", 16), int("z", 36), int(True), int(1e20), int("9" * 30))
print(float("1e3"), float(" -2.5 "), float("inf"), float("-inf"), float("nan"), float(10**20), float("1_0.5"), float(True))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(0.5), round(1e20), round(2.5, 0), round(-1.5), round(1.23456, 3))
print(0.1, 0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e22, 1e-4, 1e-5, 0.00001234, 5e-324, 1.7976931348623157e308, 100.0, 1.0, -0.0, 1e100)
print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**400 > 1e308, -(10**400) < float("-inf"), 1 < 1.5 < 2, float("nan") == float("nan"), 2**63 > 9.2e18)
print(hash(1) == hash(1.0) == hash(True), hash(2**61 - 1), hash(-1), hash(0.5), hash(2**100), {1: "a", 1.0: "b", True: "c"})
print(True + True, True * 5, -True, True & False, True | 2, True ^ True, ~True, True == 1, isinstance(True, int), bool(0.0), bool(-1), bool("0"))
print((255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), (10).bit_length(), (0.75).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (5).bit_count())
print(0b1011, 0o17, 0xFF, 1_000_000, 1e3, 1.5e-3, .5, 5., 0xdead_beef, 00, 1_0.0_1)
print(min(3, 1.5, 2), max([1, 5.5, 3]), sum([0.1] * 10), sum([1, 2.5]), sum([[1], [2]], []), abs(-2.5), divmod(10**20, 7))
print(str(10**50), len(str(7**300)), 7**300 % 10**10, (10**50) // 7**20, -(10**50) // 7**20, -(10**50) % 7**20)
print(10**18 * 10, 10**18 + 9 * 10**18, 4611686018427387904 * 2, -9223372036854775808 - 1, 9223372036854775807 + 1, -9223372036854775808 // -1, abs(-9223372036854775808))
print(1 << 64, 1 << 63, -1 << 63, (1 << 100) >> 98, -1 >> 100, -5 >> 1, 5 >> 100, 2**70 & -1, -(2**70) | 1, 2**70 ^ 2**70)
print(float("1e400"), 1e308 * 10, -1e308 * 10, float("inf") - float("inf"), 1e-320, 2.0**1023)
for bad in [lambda: 2.0**1024, lambda: int(float("inf")), lambda: int(float("nan")), lambda: float(10**400), lambda: 10**400 / 3, lambda: int(""), lambda: int("1__0"), lambda: int("12", 37), lambda: float(""), lambda: int(None), lambda: float([]), lambda: int("5", "x"), lambda: round(1.5, "x"), lambda: (0.0) % 0, lambda: divmod(1.0, 0)]:
    try:
        print(bad())
    except (OverflowError, ValueError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
