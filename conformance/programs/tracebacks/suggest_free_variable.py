"""A variable of an outer function that is not set yet."""


def f():
    def g():
        vale = 1
        return value

    g()
    value = 1


f()
