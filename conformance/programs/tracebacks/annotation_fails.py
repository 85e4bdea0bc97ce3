"""An annotation of a function is evaluated when it is made."""


def f(a: missing_type):
    pass
