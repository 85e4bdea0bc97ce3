# functools.partialmethod.
from functools import partialmethod


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, note=""):
        self.alive = state
        return note

    on = partialmethod(set_state, True)
    off = partialmethod(set_state, False, note="gone")
    again = partialmethod(on, note="again")

    @staticmethod
    def describe(what, how):
        return what + " " + how

    @classmethod
    def make(cls, kind, size):
        return cls.__name__, kind, size

    good = partialmethod(describe, "good")
    small = partialmethod(make, "small")


c = Cell()
print(c.alive, c.on(), c.alive, c.off(), c.alive, c.on(note="n"), c.again(), c.alive)
print(c.good("cell"), c.small(3), Cell.small(4), Cell.on(c), c.alive)


class Other(Cell):
    def set_state(self, state, note=""):
        return "overridden"


print(Other().on(), Other().alive, Other.small(1))

for action in (lambda: partialmethod(5), lambda: c.on(1, 2, 3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
