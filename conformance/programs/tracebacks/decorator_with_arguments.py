"""A decorator factory that fails."""


def factory(n):
    return 1 // n


@factory(
    0
)
def f():
    pass
