"""A class of a function is shown with <locals>."""


def f():
    class Local(Exception):
        pass

    raise Local


f()
