"""A local that an inner function captures is no candidate (it is a cell)."""


def f():
    result = 1

    def g():
        return result

    return reslut


f()
