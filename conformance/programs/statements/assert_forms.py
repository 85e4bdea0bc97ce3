# assert CONDITION and assert CONDITION, MESSAGE: what is evaluated, when, and what the exception holds.


def outcome(check):
    try:
        check()
    except AssertionError as error:
        print("failed", repr(error), error.args, repr(str(error)))
    else:
        print("passed")


def bare(value):
    def check():
        assert value
    return check


# Truth decides, not equality with True.
for value in (1, "x", [0], 0, "", [], None, 0.0, float("nan")):
    print(repr(value), end=" ")
    outcome(bare(value))


# The message is an expression, evaluated only when the assertion fails; any object will do.
def explain():
    print("explaining", end=" ")
    return "why"


def with_message(value, message):
    def check():
        assert value, message()
    return check


outcome(with_message(True, explain))
outcome(with_message(False, explain))
for message in ("text", ("a", "tuple"), 5, None, ValueError("inner"), ""):
    outcome(with_message(False, lambda: message))


# An exception inside the condition or the message is not an AssertionError.
def condition_fails():
    assert [].pop(), "never"


def message_fails():
    assert 0, {}["missing"]


for check in (condition_fails, message_fails):
    try:
        check()
    except LookupError as error:
        print(repr(error))


# The condition's truth may come from __bool__ or __len__, and fail there.
class Sized:
    def __len__(self):
        print("asked for len", end=" ")
        return 0


class Undecided:
    def __bool__(self):
        raise ArithmeticError("cannot say")


outcome(bare(Sized()))
try:
    bare(Undecided())()
except ArithmeticError as error:
    print(repr(error))


# A name AssertionError of the module's own does not change what assert raises.
def shadowed():
    AssertionError = KeyError
    try:
        assert 0, "the real one"
    except AssertionError:
        return "the local name"
    except Exception as error:
        return repr(error)


print(shadowed())

# Conditional expressions, comparisons and walrus in the condition.
assert (size := len("abc")) == 3, size
try:
    assert 1 < size < 3, f"{size=}"
except AssertionError as error:
    print(error)
try:
    assert False if size else True
except AssertionError as error:
    print(error.args)
