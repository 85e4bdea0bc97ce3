#!/usr/bin/python3
"""Prints cases about numbers with CPython's answers, one a line, for number_differential_test.

Without argument a mixture of all operations; "formats": all format specs of a small grid.

A line: operation, arguments, answer, separated by tabs. Values are written with a letter in front
(see encode), answers as show() does; the test's own show() must write the same.
"""
import itertools
import random
import sys

# What the interpreter under test must not be asked: results of this many bits take CPython long.
MAX_SHIFT = 5000


def encode(v):
    if v is None:
        return "n"
    if isinstance(v, bool):
        return "b%d" % v
    if isinstance(v, int):
        return "i" + hex(v)
    if isinstance(v, float):
        return "f" + v.hex()
    if isinstance(v, complex):
        return "c" + v.real.hex() + "," + v.imag.hex()
    if isinstance(v, str):
        return "s" + v.encode("utf-8", "surrogatepass").hex()
    return "y" + v.hex()


def show(v):
    if isinstance(v, bool):
        return repr(v)
    if isinstance(v, int):
        return hex(v)
    if isinstance(v, tuple):
        return "(" + ", ".join(show(x) for x in v) + ")"
    return ascii(v)


def case(operation, run, *args):
    try:
        answer = show(run(*args))
    except Exception as e:
        answer = type(e).__name__ + ": " + str(e)
    print("\t".join([operation, *map(encode, args), answer.replace("\n", "\\n")]))


def integers(rng):
    pool = [0, 1, -1, 2, -2, 3, 5, 7, -7, 10, 13, 64, 100, -100, 255, 1000, 10**9 + 7]
    for bits in (15, 30, 31, 32, 52, 53, 54, 60, 61, 62, 63, 64, 65, 127, 128, 129, 192, 320, 1023, 1024):
        for delta in (-1, 0, 1):
            pool += [2**bits + delta, -(2**bits) + delta]
    pool += [2**61 - 2, 3 * (2**61 - 1), 10**18, 10**19, 10**40, -(10**40) + 1]
    for bits in (8, 20, 40, 62, 64, 70, 100, 128, 200, 400, 900, 3000):
        for _ in range(3):
            pool.append(rng.getrandbits(bits) * rng.choice((1, -1)))
    return pool


def floats(rng):
    inf = float("inf")
    pool = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 1e-5, 1e16, 1e15, 123456789.125, 1e22, 1e23,
            5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e100, -1e300, inf, -inf, float("nan"),
            9007199254740993.0, 9223372036854775808.0, 18446744073709551616.0, 1e-4, 0.0001234, 99999.5, 2.675, 1.005]
    for _ in range(25):
        pool.append(rng.uniform(-1000, 1000))
        pool.append(rng.uniform(-1, 1) * 10.0 ** rng.randint(-300, 300))
        pool.append(round(rng.uniform(-1000, 1000), rng.randint(0, 4)))
    return pool


def main():
    rng = random.Random(20240229)
    ints, reals = integers(rng), floats(rng)
    complexes = [0j, 1j, -1j, 1 + 2j, complex(-0.0, 3.5), complex(2, -0.0), complex("inf"), 1e200 + 1e200j]
    numbers = ints + reals + complexes + [True, False]
    operators = {
        "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
        "//": lambda a, b: a // b, "%": lambda a, b: a % b, "&": lambda a, b: a & b, "|": lambda a, b: a | b,
        "^": lambda a, b: a ^ b, "divmod": divmod, "<": lambda a, b: a < b, "==": lambda a, b: a == b,
        ">=": lambda a, b: a >= b,
    }
    for name, run in operators.items():
        for _ in range(900):
            case(name, run, rng.choice(numbers), rng.choice(numbers))
        for _ in range(700):
            case(name, run, rng.choice(ints), rng.choice(ints))
        for _ in range(300):
            i = rng.choice(ints)
            if name in ("<", "==", ">=") and abs(i) < 2**1023:
                case(name, run, i, float(i) * rng.choice((1, 1 + 2**-52, 1 - 2**-53)))
            case(name, run, i, rng.choice(reals))
    for _ in range(600):
        case("<<", lambda a, b: a << b, rng.choice(ints), rng.randint(-2, 300))
        case(">>", lambda a, b: a >> b, rng.choice(ints), rng.randint(-2, 300))
        case("**", lambda a, b: a ** b, rng.choice(ints), rng.randint(-3, 40))
        case("**", lambda a, b: a ** b, rng.choice(numbers[-100:]), rng.choice(reals + complexes))
        case("**", lambda a, b: a ** b, rng.randint(-50, 50), rng.randint(0, 700))
        m = rng.choice(ints)
        case("powmod", pow, rng.choice(ints), rng.choice(ints), m)
        case("powmod", pow, rng.choice(ints), rng.getrandbits(rng.choice((5, 70, 200))), m)
    case(">>", lambda a, b: a >> b, -5, 2**70)
    for v in numbers:
        case("hash", hash, v) if v == v else None
        case("neg", lambda a: -a, v)
        case("pos", lambda a: +a, v)
        case("invert", lambda a: ~a, v)
        case("abs", abs, v)
        case("round", round, v)
        case("repr", repr, v)
        case("str", str, v)
        case("int", int, v)
        case("float", float, v)
        case("hex", hex, v)
        case("oct", oct, v)
        case("bin", bin, v)
        case("as_integer_ratio", lambda a: a.as_integer_ratio(), v)
        for n in (-400, -310, -40, -20, -3, -2, -1, 0, 1, 2, 3, 5, 15, 16, 22, 300, 324):
            case("round", round, v, n)
        if isinstance(v, int):
            case("bit_length", lambda a: a.bit_length(), v)
            case("bit_count", lambda a: a.bit_count(), v)
            for length in (0, 1, 2, 8, 9, 16, 30):
                for order in ("little", "big"):
                    for signed in (False, True):
                        case("to_bytes", lambda a, n, o, s: a.to_bytes(n, o, signed=s), v, length, order, signed)
        if isinstance(v, float):
            case("float.hex", lambda a: a.hex(), v)
            case("is_integer", lambda a: a.is_integer(), v)
            case("fromhex", float.fromhex, v.hex())
    for _ in range(2000):
        d = rng.uniform(-1, 1) * 10.0 ** rng.randint(-20, 20)
        case("repr", repr, d)
        case("round", round, d, rng.randint(-22, 22))
        case("float", float, repr(d))
        tie = (rng.randint(-10**6, 10**6) * 2 + 1) / 2 ** rng.randint(1, 8)
        case("round", round, tie, rng.randint(-4, 8))
        case("round", round, rng.randint(-10**6, 10**6), rng.randint(-7, 1))
    for _ in range(300):
        raw = bytes(rng.getrandbits(8) for _ in range(rng.randint(0, 30)))
        for signed in (False, True):
            case("from_bytes", lambda b, o, s: int.from_bytes(b, o, signed=s), raw, rng.choice(("little", "big")), signed)

    texts = ["", " ", "0", "-0", "+5", " 12 ", "1_000", "1__0", "_1", "1_", "0x1f", "0b101", "0o17", "0X_1F", "0x", "0x_",
             "010", "00", "0_0", "zz", "1.5", "- 1", "--1", "\u0663\u0664", "\uff11", "12\u00a0", "\u00e9", "1\x00", "a" * 300,
             "9" * 4300, "9" * 4301, "1" * 5000 + "x", "\n7\t", "\x1c7", "7e", "1e5", "\u20031", "9" * 18, "9" * 19, "-" + "9" * 19,
             "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "ab'c", "ab\"'c"]
    for text in texts:
        case("int", int, text)
        for base in (0, 2, 3, 8, 10, 16, 36, 1, 37, -5):
            case("int", int, text, base)
        if text.isascii():
            case("int", int, text.encode())
            case("int", int, text.encode(), 16)
        case("float", float, text)
        case("complex", complex, text)
    for _ in range(300):
        base = rng.randint(2, 36)
        digits = "".join(rng.choice("0123456789abcdefghijklmnopqrstuvwxyz"[:base]) for _ in range(rng.randint(1, 200)))
        case("int", int, digits, base)
        case("int", int, digits.upper(), base)
    pieces = ["1", "12", ".", "e", "E", "+", "-", "5", "0", "_", " ", "inf", "nan", "infinity", "j", "(", ")", "000", "e5", "e-3", "x"]
    for _ in range(4000):
        text = "".join(rng.choice(pieces) for _ in range(rng.randint(1, 6)))
        case("float", float, text)
        case("complex", complex, text)
        if rng.random() < 0.3:
            case("float", float, text.encode())
    for text in ["1e400", "-1e400", "1e-400", "1e" + "9" * 60, "1e-" + "9" * 60, "0e" + "9" * 60, "1" * 400, "0." + "0" * 400 + "1",
                 "0." + "0" * 320 + "1e321", "1" + "0" * 400 + "e-400", "4.9e-324", "2.4e-324", "2.5e-324",
                 "1.7976931348623158e308", "1.7976931348623159e308", "9007199254740992.9999999999999999999", "9007199254740993", "." , "5.", ".5"]:
        case("float", float, text)
    hexes = ["0x1p0", "1", "0x.8", "0x1.8p1", "-0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1p-1074",
             "0x1p-1075", "0x1.8p-1075", "0x1.00000000000008p0", "0x1.000000000000080000001p0", "0x1.00000000000018p0", "inf", "-nan", "0x", "p1",
             "0x1p", "0x1pz", "1.2.3", " 0x1p1 ", "0xfffffffffffffffffffffp-40", "0x1p99999999999999999999", "0x1p-99999999999999999999", "0x0p99999999999999999", "xyz", ""]
    for text in hexes:
        case("fromhex", float.fromhex, text)

    aligns, signs, widths, groups = ["", "<", ">", "^", "=", "*<", "0>", "x^", "\u00e9=", "0="], ["", "+", "-", " "], ["", "0", "1", "5", "012", "20"], ["", ",", "_"]
    precisions, types = ["", ".0", ".1", ".3", ".10", ".30"], list("bcdoxXneEfFgG%s") + ["", "q"]
    for _ in range(14000):
        spec = (rng.choice(aligns) + rng.choice(signs) + rng.choice(["", "", "z"]) + rng.choice(["", "", "#"]) + rng.choice(widths)
                + rng.choice(groups) + rng.choice(precisions + [""] * 4) + rng.choice(types))
        case("format", format, rng.choice(numbers), spec)
    for _ in range(6000):
        d = rng.uniform(-1, 1) * 10.0 ** rng.randint(-12, 20)
        case("format", format, d, rng.choice(signs) + rng.choice(widths) + rng.choice(groups) + "." + str(rng.randint(0, 40)) + rng.choice("eEfFgG%n"))
        case("format", format, d, "." + str(rng.randint(0, 18)))
    for spec in ["", " ", "<<<", "5 d", "\n", "\u00e9", ".", "abc", "9" * 30, "." + "9" * 30, ",_", "_,", ",,", "__", "010", "<010", "=5", "z", "zd", "#c", "+c", ",c", "_c", "#x", "#_x", "#,", "c"]:
        for v in (0, 97, -5, 2**70, True, 1.5, -0.0, float("nan"), 2j, 1 + 2j):
            case("format", format, v, spec)


def formats():
    """All specs over a small grid, for one value of each sort."""
    grid = [["", "<", "=", "*^"], ["", "+", " "], ["", "z", "#", "0", "#0"], ["", "1", "12"], ["", ",", "_"], ["", ".0", ".3"],
            list("bcdoxXneEfFgG%sr") + [""]]
    for parts in itertools.product(*grid):
        for v in (0, -1234567, 2**70, 1234.5, -0.0004, 1e20, float("nan"), 2.5 - 3j):
            case("format", format, v, "".join(parts))


sys.set_int_max_str_digits(4300)
formats() if sys.argv[1:] == ["formats"] else main()
