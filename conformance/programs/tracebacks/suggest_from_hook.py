"""An AttributeError of __getattr__ is about the name that was asked for."""


class A:
    colour = 1

    def __getattr__(self, name):
        raise AttributeError("no " + name)


A().color
