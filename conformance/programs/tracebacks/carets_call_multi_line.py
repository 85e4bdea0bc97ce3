"""A call over several lines is marked up to the end of its first line."""


def f(a, b):
    return a + b


x = 1 + f(
    1,
    "b",
)
