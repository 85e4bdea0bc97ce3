"""A base that is no class: its own class is called, as if it were a metaclass, with name, bases and namespace."""
import math


def attempt(*bases):
    try:
        if len(bases) == 1:
            class Made(bases[0]):
                pass
        else:
            class Made(bases[0], bases[1]):
                pass
        print(Made)
    except TypeError as error:
        print(error)


for base in (5, 1.5, True, None, ..., NotImplemented, "text", b"bytes", [], (), {}, {1}, range(3), math, len, attempt, object()):
    attempt(base)


class Plain:
    pass


class Taking:
    def __init__(self, name, bases, namespace):
        self.seen = name, len(bases), "method" in namespace


attempt(Plain())
attempt(Plain, 5)
attempt(5, Plain)


class Made(Taking(1, (), {})):
    def method(self):
        pass


print(Made.seen)

# An object() has no attributes of its own, and takes none.
bare = object()
for act in (lambda: setattr(bare, "x", 1), lambda: bare.x, lambda: delattr(bare, "x"), lambda: setattr(bare, "__str__", 1)):
    try:
        print(act())
    except AttributeError as error:
        print(error)


def local():
    class Inner:
        @property
        def name(self):
            return 1

        blank = property()

    return Inner()


# A property's message has the class's qualified name.
for act in (lambda o: setattr(o, "name", 1), lambda o: delattr(o, "name"), lambda o: o.blank):
    try:
        print(act(local()))
    except AttributeError as error:
        print(error)
