# __cause__, __context__ and __suppress_context__: what raise inside except, finally and with leaves there.


def tell(error):
    cause, context = error.__cause__, error.__context__
    print(f"{error!r}: cause {cause!r}, context {context!r}, suppressed {error.__suppress_context__}")


def caught(action):
    try:
        action()
    except Exception as error:
        tell(error)
        return error


def plain():
    raise ValueError("alone")


def in_handler():
    try:
        plain()
    except ValueError:
        raise KeyError("in handler")


def with_cause():
    try:
        plain()
    except ValueError as error:
        raise KeyError("with cause") from error


def with_none():
    try:
        plain()
    except ValueError:
        raise KeyError("cause withdrawn") from None


def other_cause():
    try:
        plain()
    except ValueError:
        raise KeyError("other cause") from OSError("unrelated")


def class_as_cause():
    raise KeyError("caused by a class") from LookupError


def in_finally():
    try:
        plain()
    finally:
        raise KeyError("in finally")


def after_handler():
    try:
        plain()
    except ValueError:
        pass
    raise KeyError("after the handler")


def same_again():
    try:
        plain()
    except ValueError as error:
        raise error


def deep():
    try:
        in_handler()
    except KeyError:
        [].pop()


for action in (plain, in_handler, with_cause, with_none, other_cause, class_as_cause, in_finally, after_handler, same_again):
    print(action.__name__, end=" | ")
    caught(action)

print("three deep")
error = caught(deep)
while error:
    print(" ", repr(error))
    error = error.__context__

# A context of its own, set before raising, is replaced by what is being handled.
prepared = RuntimeError("prepared")
prepared.__context__ = KeyError("by hand")
try:
    try:
        plain()
    except ValueError:
        raise prepared
except RuntimeError as error:
    tell(error)

# Setting the cause suppresses the context, None too; only exceptions or None will do.
free = ValueError("free")
free.__cause__ = None
tell(free)
for bad in (5, "text", ValueError):
    try:
        free.__cause__ = bad
    except TypeError as error:
        print(error)
    try:
        free.__context__ = bad
    except TypeError as error:
        print(error)
try:
    raise ValueError from 5
except TypeError as error:
    tell(error)
