"""An exception thrown into a generator that does not handle it."""


def g():
    yield 1


it = g()
next(it)
it.throw(KeyError("thrown"))
