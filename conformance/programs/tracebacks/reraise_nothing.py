"""A bare raise outside of a handler."""


def f():
    raise


f()
