"""A call with unpacked arguments."""


def f(a):
    return a


f(*[1, 2], **{})
