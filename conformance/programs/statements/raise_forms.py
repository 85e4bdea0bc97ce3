# The forms of raise: classes, instances, causes, nothing.
def attempt(action):
    try:
        action()
    except BaseException as e:
        print(repr(e), "|", repr(e.__cause__), "|", repr(e.__context__), e.__suppress_context__)


def do_raise(what):
    raise what


def do_raise_from(what, cause):
    raise what from cause


class NeedsArgument(Exception):
    def __init__(self, argument):
        self.argument = argument


class MakesOther(Exception):
    def __new__(cls):
        return "not an exception"


class Failing(Exception):
    def __init__(self):
        raise RuntimeError("in __init__")


for what in (ValueError, ValueError("i"), NeedsArgument, NeedsArgument(1), MakesOther, Failing, 5, None,
             "text", int, object(), ExceptionGroup):
    attempt(lambda: do_raise(what))
for cause in (None, KeyError, KeyError("k"), 5, "text", NeedsArgument, Failing, int):
    attempt(lambda: do_raise_from(ValueError("v"), cause))
attempt(lambda: do_raise_from(5, 5))


def inside_handler(action):
    try:
        raise KeyError("handled")
    except KeyError:
        action()


attempt(lambda: inside_handler(lambda: do_raise(ValueError)))
attempt(lambda: inside_handler(lambda: do_raise_from(ValueError, None)))
attempt(lambda: inside_handler(lambda: do_raise_from(ValueError, OSError)))


def bare():
    raise


attempt(bare)
attempt(lambda: inside_handler(bare))


def in_finally():
    try:
        raise ValueError("in try")
    finally:
        raise TypeError("in finally")


attempt(in_finally)


def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        raise KeyError("else")


attempt(in_else)


def nested():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise TypeError(2)
    except TypeError as e:
        raise e


attempt(nested)


def same_again():
    e = ValueError("same")
    try:
        raise e
    except ValueError:
        raise e


attempt(same_again)


def evaluation_order():
    def say(value):
        print("evaluating", value)
        return value

    raise say(ValueError("v")) from say(None)


attempt(evaluation_order)
