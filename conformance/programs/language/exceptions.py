"""try, except, else, finally, raise, from, and the order in which their parts run."""


def flow(kind):
    log = []
    try:
        log.append("try")
        if kind == "value":
            raise ValueError("v")
        if kind == "key":
            raise KeyError("k")
        if kind == "return":
            return log
        log.append("end of try")
    except ValueError as error:
        log.append("except " + repr(error))
    except (KeyError, IndexError) as error:
        log.append("lookup " + repr(error))
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


for kind in ["none", "value", "key", "return"]:
    print(kind, flow(kind))


def finally_wins():
    try:
        return "try"
    finally:
        return "finally"


def finally_swallows():
    for i in range(3):
        try:
            1 / 0
        finally:
            continue
    return i


def loop_control():
    seen = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            seen.append(i)
        finally:
            seen.append("f%d" % i)
    return seen


print(finally_wins(), finally_swallows(), loop_control())


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("inner finally")
    except ValueError as error:
        print("outer", error)
        try:
            raise KeyError("second")
        except KeyError as second:
            print(repr(second.__context__), second.__cause__, second.__suppress_context__)
        raise


try:
    nested()
except ValueError as error:
    print("re-raised", error)

try:
    try:
        {}["a"]
    except KeyError as error:
        raise RuntimeError("wrapped") from error
except RuntimeError as error:
    print(repr(error), repr(error.__cause__), error.__cause__ is error.__context__)

try:
    raise RuntimeError("cut") from None
except RuntimeError as error:
    print(error.__cause__, error.__suppress_context__)


class AppError(Exception):
    def __init__(self, code, message="no message"):
        super().__init__(code, message)
        self.code = code


class NotFound(AppError):
    def __str__(self):
        return f"not found ({self.code})"


for error in [AppError(1), AppError(2, "two"), NotFound(404)]:
    try:
        raise error
    except AppError as caught:
        print(type(caught).__name__, str(caught), repr(caught), caught.args, caught.code)

for maker in [
    lambda: 1 / 0,
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1.0 / 0,
    lambda: 0.0**-1,
    lambda: [][0],
    lambda: (1,)[5],
    lambda: "abc"[9],
    lambda: {}["x"],
    lambda: [1].index(2),
    lambda: [].pop(),
    lambda: {}.pop("x"),
    lambda: set().pop(),
    lambda: [].remove(1),
    lambda: int("x"),
    lambda: int("12", 1),
    lambda: float("y"),
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [] + (),
    lambda: "a" * "b",
    lambda: -"a",
    lambda: ~1.5,
    lambda: 1 < "a",
    lambda: [1] < [None],
    lambda: None.x,
    lambda: (5).x,
    lambda: "a".nope(),
    lambda: {[]: 1},
    lambda: {{}},
    lambda: 1 in 5,
    lambda: "a" in 5,
    lambda: 5 in "a",
    lambda: next(iter([])),
    lambda: iter(5),
    lambda: chr(-1),
    lambda: ord("ab"),
    lambda: range(1, 2, 0),
    lambda: [1, 2, 3][::0],
    lambda: [1]["a"],
    lambda: "a"[None],
    lambda: round("x"),
    lambda: abs("x"),
    lambda: sum(["a"]),
    lambda: max([]),
    lambda: 2 ** "x",
    lambda: 1 << -1,
    lambda: "%d" % "x",
    lambda: "{}".format(),
    lambda: "{x}".format(),
    lambda: "%s %s" % 1,
    lambda: "".join([1]),
    lambda: isinstance(1, 2),
    lambda: divmod(1, 0),
    lambda: pow(2, -1, 0),
]:
    try:
        print("no error:", maker())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")

for bad in [lambda: (_ for _ in ()).throw(5), lambda: exec_raise(5), lambda: exec_raise("text"), lambda: exec_raise(int)]:
    def exec_raise(value):
        raise value

    try:
        bad()
    except TypeError as error:
        print(error)

print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(Exception, BaseException))
print(repr(ValueError()), str(ValueError()), repr(ValueError("a", 1)), str(ValueError("a", 1)), str(KeyError("k")), repr(KeyError()))


def unpack(values, n):
    try:
        if n == 1:
            (a,) = values
        elif n == 2:
            a, b = values
        else:
            a, *b, c = values
        return "ok"
    except (ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


print(unpack([1, 2], 1), unpack([1], 2), unpack([1, 2, 3], 2), unpack([1], 3), unpack(5, 2), unpack("ab", 2))

assert True
try:
    assert 1 == 2, "said so"
except AssertionError as error:
    print(repr(error))
try:
    assert []
except AssertionError as error:
    print(repr(error))
