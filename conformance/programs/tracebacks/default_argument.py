"""A default argument that fails when the function is made."""


def f(a, b=1 / 0):
    pass
