"""A parameter stays a candidate even where it is captured."""


def f(result):
    def g():
        return result

    return reslut


f(1)
