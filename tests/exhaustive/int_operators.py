# Operators over the edges of int, with each other and with bool and float; pow with a modulus; shifts; int's methods.
INTS = [0, 1, -1, 2, -2, 3, -3, 5, 7, -10, 12, 16, 100, -255, 256, 1000003]
for bits in (15, 30, 31, 32, 52, 53, 62, 63, 64, 65, 127, 128, 200):
    INTS += [2**bits - 1, 2**bits, 2**bits + 1, -(2**bits) + 1, -(2**bits), -(2**bits) - 1]
INTS += [10**18, 10**19, -10**40, True, False, 3 * 2**61 - 1]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.7, 1e-300, 5e-324, 1e16, 2.0**53, 2.0**63, -2.0**63, 2.0**64, 1e22, 1e300, float("inf"), float("-inf"), float("nan")]
OTHERS = [None, "a", b"a", [1], (1,), 1j, {1}, Index(3)]
OPERATORS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b,
    "%": lambda a, b: a % b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b, "divmod": divmod,
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "@": lambda a, b: a @ b,
}

def repeats(a, b):
    """A sequence many times: gigabytes."""
    return isinstance(a, (str, bytes, list, tuple)) and isinstance(b, int) and 1000 < b < 2**63


for name, operate in OPERATORS.items():
    for a in INTS:
        show((name, a), [attempt(operate, a, b) for b in INTS])
        show((name, a), [attempt(operate, a, b) for b in FLOATS + OTHERS if not repeats(b, a)])
    for a in FLOATS + OTHERS:
        show((name, a), [attempt(operate, a, b) for b in INTS if not repeats(a, b)])
        show((name, a), [attempt(operate, a, b) for b in FLOATS])
SHIFTS = [0, 1, 2, 7, 29, 30, 31, 62, 63, 64, 65, 100, -1, True, 2**63, 2**64, -2**64]
for a in INTS:
    show(("<<", a), [attempt(lambda x, n: x << n, a, n) for n in SHIFTS if n < 1000 or a == 0])
    show((">>", a), [attempt(lambda x, n: x >> n, a, n) for n in SHIFTS])
    show(("**", a), [attempt(lambda x, n: x ** n, a, n) for n in [*range(-3, 12), 63, 64, 65, 0.5, -0.5, 2.0, -1.0, 0.0, float("inf"), float("nan"), True, None, "a", 1j, Index(2)]])
    show(("unary", a), [attempt(f, a) for f in (lambda x: -x, lambda x: +x, lambda x: ~x, abs, bool, float, int, hash, lambda x: not x, round, repr, str, complex)])
    show(("methods", a), [attempt(f, a) for f in (int.bit_length, int.bit_count, int.as_integer_ratio, int.conjugate, lambda x: x.real, lambda x: x.imag, lambda x: x.numerator, lambda x: x.denominator)])
    show(("round", a), [attempt(round, a, n) for n in [*range(-42, 3), None, 1.0, "x", True, 2**70, Index(-1)]])
    for n in (0, 1, 2, 4, 7, 8, 9, 16, 30, -1):
        show(("to_bytes", a, n), [attempt(lambda: a.to_bytes(n, order, signed=signed)) for order in ("little", "big", "middle") for signed in (False, True)])
for a in FLOATS:
    show(("**", a), [attempt(lambda x, n: x ** n, a, n) for n in [*range(-3, 6), 63, 2**70, -2**70, 10**400, True, False, *FLOATS]])
    show(("<<", a), [attempt(lambda: a << 1), attempt(lambda: a >> 1), attempt(lambda: 1 << a), attempt(lambda: 1 >> a), attempt(lambda: ~a), attempt(lambda: -a), attempt(lambda: +a), attempt(abs, a)])
    show(("int", a), [attempt(f, a) for f in (int, round, bool, lambda x: x == x and hash(x), repr, complex, lambda x: x.is_integer(), lambda x: x.as_integer_ratio(), lambda x: x.hex(), lambda x: x.__trunc__(), lambda x: x.__floor__(), lambda x: x.__ceil__())])
SMALL = [0, 1, -1, 2, -2, 3, -5, 7, 10, 64, -97, 2**31, -2**63, 2**63, 2**64 + 13, -10**20, 10**25 + 1, True, None, 1.5, "x", Index(2)]
for a in SMALL:
    for b in SMALL:
        if not isinstance(b, int) or abs(b) < 2**40 or abs(a if isinstance(a, int) else 0) < 2**80:
            show(("pow", a, b), [attempt(pow, a, b, m) for m in SMALL if m is not None or isinstance(b, int) and abs(b) < 100])
for raw in [b"", b"\0", b"\1", b"\x7f", b"\x80", b"\xff", b"\0\1", b"\xff\xff", b"\x80" + bytes(7), b"\xff" * 8, b"\x80" + bytes(8), b"\xff" * 17, bytes(range(30)), [1, 2, 255], [256], "ab", 5, None, bytearray(b"\1\2")]:
    show(("from_bytes", raw), [attempt(lambda: int.from_bytes(raw, order, signed=signed)) for order in ("little", "big", "middle") for signed in (False, True)])

# Text of ints in every base.
for base in range(2, 37):
    for a in (0, 1, 35, 36, 12345678901234567890, 2**63 - 1, 2**64, 10**30, -7, -2**63):
        digits, rest = "", abs(a)
        while rest:
            digits, rest = "0123456789abcdefghijklmnopqrstuvwxyz"[rest % base] + digits, rest // base
        text = ("-" if a < 0 else "") + (digits or "0")
        if int(text, base) != a or int(text.upper(), base) != a:
            print("wrong", base, a)
TEXTS = ["", " ", "0", "-0", "+5", " 12 ", "1_000", "1__0", "_1", "1_", "0x1f", "0b101", "0o17", "0X_1F", "0x", "0x_", "010", "00", "0_0", "zz", "Zz", "1.5", "- 1", "--1", "+-1", "٣٤", "１", "12\xa0", "é", "1\0", "\0", "\n7\t",
         "\x1c7", "7e", "1e5", "\u20031", "9" * 18, "9" * 19, "-" + "9" * 19, "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "ab'c", "ab\"'c", "0b2", "0o8", "0xg", "1 2", "-0x10", "+0b1", "0B1", "0O7", "日", "😀1", "inf", "nan", "True"]
for text in TEXTS:
    show(("int", text), [attempt(int, text)] + [attempt(int, text, base) for base in [*range(-1, 38), True, None, 10.0, "10", 2**70, Index(16)]])
    raw = text.encode()
    show(("int", raw), [attempt(int, raw)] + [attempt(int, raw, base) for base in (0, 2, 8, 10, 16, 36)] + [attempt(int, bytearray(raw)), attempt(int, bytearray(raw), 16)])
    show(("float", text), [attempt(float, text), attempt(float, raw), attempt(complex, text), attempt(float, bytearray(raw)), attempt(complex, raw)])
for a in [*INTS, *FLOATS, *OTHERS]:
    show(("text", a), [attempt(f, a) for f in (bin, oct, hex, chr, int, float, str, repr, ascii)] + [attempt(int, a, 10), attempt(format, a, ""), attempt(format, a, "x")])
    show(("constructors", a), [attempt(int, a), attempt(float, a), attempt(bool, a), attempt(complex, a), attempt(complex, a, a), attempt(complex, 1, a), attempt(divmod, 7, a), attempt(range, a) if not isinstance(a, int) else ""])
for digits in (4299, 4300, 4301):
    show(("long", digits), [attempt(int, "9" * digits)[:60], attempt(lambda: str(10 ** digits))[:60], attempt(lambda: str(10 ** digits - 1))[-60:], attempt(lambda: str(-10 ** digits))[:60], attempt(lambda: f"{10 ** digits:d}")[:60], attempt(int, "1" + "_0" * digits)[:60], attempt(int, "f" * digits, 16)[:60], attempt(int, "z" * digits, 36)[:60], attempt(lambda: "%d" % 10 ** digits)[:60], attempt(lambda: "%d" % (10 ** digits))[:60]])
