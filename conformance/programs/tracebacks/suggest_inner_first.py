"""An AttributeError that passes through an attribute access keeps its first subject."""


class A:
    lengths = 1

    @property
    def length(self):
        return [].coutn


A().length
