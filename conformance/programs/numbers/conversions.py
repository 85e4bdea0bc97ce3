# int(), float(), complex(), round(), abs() of objects with special methods, and what they refuse.


class Good:
    def __int__(self):
        return 9

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 2j

    def __round__(self, digits=7):
        return ("round", digits)

    def __abs__(self):
        return "abs"

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"


class Indexed:
    def __index__(self):
        return 12


class Bad:
    def __int__(self):
        return 1.5

    def __float__(self):
        return 1

    def __index__(self):
        return "x"

    def __complex__(self):
        return 1


class Empty:
    pass


class Whole(int):
    pass


class Real(float):
    pass


class Text(str):
    pass


def attempt(label, action):
    try:
        result = action()
        print(label, type(result).__name__, result)
    except (TypeError, ValueError, OverflowError) as error:
        print(label, type(error).__name__, error)


for name, value in (
    ("Good", Good()),
    ("Indexed", Indexed()),
    ("Bad", Bad()),
    ("Empty", Empty()),
    ("Whole", Whole(5)),
    ("Real", Real(2.75)),
    ("Text", Text(" 31 ")),
    ("None", None),
    ("list", [1]),
    ("bytes", b"17"),
):
    attempt("int " + name, lambda: int(value))
    attempt("float " + name, lambda: float(value))
    attempt("complex " + name, lambda: complex(value))
    attempt("round " + name, lambda: round(value))
    attempt("round 2 " + name, lambda: round(value, 2))
    attempt("abs " + name, lambda: abs(value))
    attempt("neg " + name, lambda: -value)
    attempt("pos " + name, lambda: +value)
    attempt("invert " + name, lambda: ~value)
    attempt("hex " + name, lambda: hex(value))
    attempt("base " + name, lambda: int("12", value))
    attempt("digits " + name, lambda: round(1.2345, value))
    attempt("complex 2 " + name, lambda: complex(1, value))

print(int(), float(), complex(), bool(), int("7_000"), float("1_0.5"), complex("1+2j"), bool("x"))
print(type(Whole(5) + 1).__name__, type(+Whole(5)).__name__, Whole(5) == 5, hash(Whole(5)) == hash(5.0))
print((2**100).bit_length(), (255).bit_count(), (1024).to_bytes(2, "big"), int.from_bytes(b"\x04\x00", "big"))
print((0.75).as_integer_ratio(), (2.0).is_integer(), (0.1).hex(), float.fromhex("0x1.8p3"), Whole.from_bytes(b"\x01", "big"))
print((5).real, (5).imag, (5).numerator, (5).denominator, (1.5).real, (1 + 2j).imag, (1 + 2j).conjugate())
print(pow(3, -1, 7), pow(2, 10, 1000), pow(2, 100, -7), divmod(-7, 2), divmod(7.5, -2), round(2.5), round(-1250, -2))
