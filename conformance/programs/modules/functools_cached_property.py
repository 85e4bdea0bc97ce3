# functools.cached_property.
from functools import cached_property


class Data:
    def __init__(self, *numbers):
        self.numbers = numbers

    @cached_property
    def total(self):
        """The sum."""
        print("adding")
        return sum(self.numbers)

    mean = cached_property(lambda self: self.total / len(self.numbers))


d = Data(1, 2, 3)
print(d.total, d.total, d.mean)
d.numbers = (10,)
print(d.total)
del d.total
print(d.total)
d.total = "set"
print(d.total, Data.total.__doc__, type(Data.total).__name__, Data.total.attrname, Data.mean.func(Data(4, 6)))

e = Data(5)
print(e.total, d.total)


class Derived(Data):
    @cached_property
    def total(self):
        return -super().total


print(Derived(1, 2).total)


class Failing:
    tries = 0

    @cached_property
    def value(self):
        self.tries += 1
        if self.tries < 2:
            raise ValueError("not yet")
        return self.tries


f = Failing()
for _ in range(3):
    try:
        print(f.value)
    except ValueError as error:
        print(error)


class Late:
    pass


Late.value = cached_property(lambda self: 1)
try:
    Late().value
except TypeError as error:
    print(error)


class Strict:
    def __setattr__(self, name, value):
        raise AttributeError("read only")

    @cached_property
    def answer(self):
        return 42


print(Strict().answer)
