# functools.singledispatch and singledispatchmethod.
from collections import OrderedDict
from collections.abc import Mapping, Sequence, Sized
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(x, *more):
    """Shows."""
    return "something", more


@show.register(int)
def _(x):
    return "int %d" % x


@show.register
def show_text(x: str):
    return "text " + x


@show.register(list)
@show.register(tuple)
def _(x):
    return "items " + str(len(x))


show.register(type(None), lambda x: "nothing")

print(show(1), show("a"), show([1]), show((1, 2)), show(None), show(1.5), show({}, 1, 2), show(True))
print(show.__name__, show.__doc__, show.dispatch(bool)(7), show.dispatch(float) is show.dispatch(object))
print(sorted(cls.__name__ for cls in show.registry), show_text("called"))


@show.register(bool)
def _(x):
    return "bool"


print(show(True), show(5))


class Animal:
    pass


class Dog(Animal):
    pass


class Puppy(Dog):
    pass


@singledispatch
def sound(x):
    return "?"


sound.register(Animal, lambda x: "noise")
print(sound(Dog()), sound(Puppy()), sound(1))
sound.register(Dog, lambda x: "woof")
print(sound(Dog()), sound(Puppy()), sound(Animal()))


# Abstract base classes count behind the real ones.
@singledispatch
def kind(x):
    return "object"


kind.register(Sized, lambda x: "sized")
kind.register(Mapping, lambda x: "mapping")
kind.register(Sequence, lambda x: "sequence")
print(kind({}), kind([]), kind(set()), kind(5), kind(OrderedDict()), kind("text"), kind(range(2)))
kind.register(dict, lambda x: "dict")
print(kind({}), kind(OrderedDict()))


class Formatter:
    prefix = "<"

    @singledispatchmethod
    def format(self, x):
        return self.prefix + "?"

    @format.register
    def _(self, x: int):
        return self.prefix + "int"

    @format.register(str)
    def _(self, x):
        return self.prefix + x

    @singledispatchmethod
    @classmethod
    def make(cls, x):
        return cls.__name__, "object"

    @make.register
    @classmethod
    def _(cls, x: int):
        return cls.__name__, "int"


f = Formatter()
print(f.format(1), f.format("s"), f.format(None), Formatter.make(1), Formatter.make("x"), f.make(2))

for action in (
    lambda: show(),
    lambda: show.register(5),
    lambda: show.register("x", len),
    lambda: show.register(lambda x: x) if False else None,
    lambda: singledispatchmethod(5),
    lambda: show(1, 2),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
