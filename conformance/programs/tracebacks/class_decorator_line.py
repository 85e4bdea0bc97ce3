"""A decorator that fails: the decorator's line."""


def check(cls):
    raise TypeError("no " + cls.__name__)


@check
class A:
    pass
