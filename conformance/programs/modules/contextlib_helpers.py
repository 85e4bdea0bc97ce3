# contextlib: closing, suppress, nullcontext, AbstractContextManager.
from contextlib import AbstractContextManager, closing, nullcontext, suppress


class Thing:
    closed = False

    def close(self):
        self.closed = True
        print("closed")


thing = Thing()
with closing(thing) as t:
    print(t is thing, thing.closed)
try:
    with closing(thing):
        raise ValueError("v")
except ValueError as error:
    print(error)


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


with closing(numbers()) as n:
    print(next(n))

with suppress(KeyError):
    print("before")
    {}["k"]
    print("never")
with suppress(LookupError, ZeroDivisionError):
    [][1]
with suppress():
    pass
try:
    with suppress(KeyError):
        raise ValueError("other")
except ValueError as error:
    print(error)
try:
    with suppress():
        raise ValueError("all")
except ValueError as error:
    print(error)
quiet = suppress(Exception)
with quiet:
    with quiet:
        raise KeyError
    print("reentered")

with nullcontext() as nothing:
    print(nothing)
with nullcontext([1]) as value:
    print(value)
try:
    with nullcontext("x"):
        raise KeyError("through")
except KeyError as error:
    print(error)


class Own(AbstractContextManager):
    def __exit__(self, kind, value, trace):
        print("exit", kind, value)
        return True


with Own() as own:
    print(type(own).__name__)
    raise ValueError("swallowed")


class Like:
    def __enter__(self):
        pass

    def __exit__(self, *details):
        pass


print(issubclass(Like, AbstractContextManager), isinstance(thing, AbstractContextManager), isinstance(suppress(), AbstractContextManager))
for action in (AbstractContextManager, closing, lambda: closing(1).__exit__(None, None, None)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
