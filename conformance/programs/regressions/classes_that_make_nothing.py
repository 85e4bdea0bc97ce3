# The classes of iterators, views, generators and native functions have no constructor. And `__bool__ = None`.


def attempt(label, f, *arguments):
    try:
        print(label, f(*arguments))
    except (TypeError, ValueError) as error:
        print(label, type(error).__name__, error)


for value in (
    iter([]),
    iter(()),
    iter({}),
    iter({1}),
    iter(range(1)),
    iter(b""),
    iter(len, 0),
    reversed([]),
    reversed({}),
    {}.keys(),
    {}.values(),
    {}.items(),
    (item for item in []),
    len,
    [].append,
):
    attempt(type(value).__name__, type(value))
    attempt(type(value).__name__ + " with an argument", type(value), [1])


class NoTruth:
    __bool__ = None


class NoTruthButLength:
    __bool__ = None

    def __len__(self):
        return 1


for value in (NoTruth(), NoTruthButLength()):
    attempt("bool", bool, value)
    attempt("not", lambda: not value)
    attempt("if", lambda: 1 if value else 2)
    attempt("and", lambda: value and 1)


class Text(str):
    def __bytes__(self):
        return b"own bytes"


attempt("bytes of a str with __bytes__", bytes, Text("x"))
attempt("with an encoding", bytes, Text("x"), "ascii")
attempt("bytearray", bytearray, Text("x"))

for text in ("++inf", "-+nan", "--1", "+-0x1p1", "-inf", "+nan", "+0x1p1"):
    attempt("fromhex " + text, float.fromhex, text)
