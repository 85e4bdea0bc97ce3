# abc with __init_subclass__, __new__, class methods and super().
from abc import ABC, abstractmethod


class Plugin(ABC):
    known = []

    def __init_subclass__(cls, name=None, **more):
        super().__init_subclass__(**more)
        Plugin.known.append((cls.__name__, name))

    @abstractmethod
    def run(self):
        return "base"

    @classmethod
    def create(cls, *args):
        return cls(*args)


class First(Plugin, name="first"):
    def run(self):
        return "first over " + super().run()


class Second(First):
    def __init__(self, n=0):
        self.n = n

    def run(self):
        return super().run() + " and second %d" % self.n


print(Plugin.known, First.create().run(), Second.create(2).run(), issubclass(Second, Plugin))


class Single(ABC):
    made = None

    def __new__(cls):
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made

    @abstractmethod
    def open_(self):
        ...


class Only(Single):
    def open_(self):
        return "open"


print(Only() is Only(), Only().open_())
for make in (Single, Plugin, Plugin.create):
    try:
        make()
    except TypeError as error:
        print(error)


# What is open is decided when the class is made.
class Open(ABC):
    @abstractmethod
    def f(self):
        ...


class Closed(Open):
    f = len


print(type(Closed()).__name__, Closed.f is len)
Open.f = lambda self: "later"
try:
    Open()
except TypeError as error:
    print(error)


class Value(ABC):
    @abstractmethod
    def amount(self):
        ...

    def __eq__(self, other):
        return isinstance(other, Value) and self.amount() == other.amount()

    def __hash__(self):
        return hash(self.amount())

    def __lt__(self, other):
        return self.amount() < other.amount()


class Cents(Value):
    def __init__(self, n):
        self.n = n

    def amount(self):
        return self.n

    def __repr__(self):
        return "Cents(%d)" % self.n


class Euros(Cents):
    def amount(self):
        return self.n * 100

    def __repr__(self):
        return "Euros(%d)" % self.n


print(sorted([Euros(1), Cents(5), Euros(0), Cents(99)]), Euros(1) == Cents(100), len({Euros(1), Cents(100), Cents(1)}))
