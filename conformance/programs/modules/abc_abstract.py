# abc: abstract methods, and classes that register.
from abc import ABC, abstractclassmethod, abstractmethod, abstractproperty, abstractstaticmethod


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """The area."""
        return 0

    @property
    @abstractmethod
    def corners(self):
        ...

    @classmethod
    @abstractmethod
    def make(cls):
        ...

    @staticmethod
    @abstractmethod
    def unit():
        ...

    def describe(self):
        return "%s of %s" % (self.name, self.area())


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return super().area() + self.side**2

    @property
    def corners(self):
        return 4

    @classmethod
    def make(cls):
        return cls(2)

    @staticmethod
    def unit():
        return "m"


s = Square(3)
print(s.describe(), s.corners, Square.make().area(), Square.unit(), isinstance(s, Shape), issubclass(Square, Shape))


class Part(Shape):
    def area(self):
        return 1


class OnlyMake(Part):
    corners = 3
    unit = None


class Own(ABC):
    @abstractmethod
    def one(self):
        ...


class Old(Own):
    @abstractproperty
    def p(self):
        ...

    @abstractclassmethod
    def c(cls):
        ...

    @abstractstaticmethod
    def s():
        ...

    def one(self):
        return 1


class Setter(ABC):
    @property
    def x(self):
        return 1

    @x.setter
    @abstractmethod
    def x(self, value):
        ...


for make in (lambda: Shape("s"), Part, OnlyMake, Own, Old, Setter, ABC, lambda: Part("x", 1)):
    try:
        print(type(make()).__name__)
    except TypeError as error:
        print(error)


class Plain:
    pass


class Child(Plain):
    pass


print(isinstance(Plain(), Own), Own.register(Plain) is Plain, isinstance(Plain(), Own), issubclass(Child, Own), Plain() is not None)


@Own.register
class Decorated:
    pass


print(isinstance(Decorated(), Own), issubclass(int, Own))
for action in (lambda: Own.register(1), lambda: Plain.register, lambda: Old.register(Own) and isinstance(1, Old), lambda: Own.register(Own), lambda: issubclass(1, Own)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


# A class says itself who counts as derived.
class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Quacks:
            return any("quack" in vars_of for vars_of in [dir_of(C)])
        return NotImplemented


def dir_of(C):
    return ["quack"] if hasattr(C, "quack") else []


class Duck:
    def quack(self):
        return "quack"


class Loud(Quacks):
    pass


print(isinstance(Duck(), Quacks), isinstance(1, Quacks), issubclass(Duck, Loud), issubclass(Loud, Quacks))


class Mixed(Own, Plain):
    def one(self):
        return "mixed"


print(Mixed().one(), isinstance(Mixed(), (int, Own)), repr(Own), Own.__name__)


# A class without abstract methods of its own can be made; also one whose methods come from a mixin.
class Gives:
    def one(self):
        return "given"


class Taken(Gives, Own):
    pass


class TooLate(Own, Gives):
    pass


print(Taken().one())
try:
    TooLate()
except TypeError as error:
    print(error)
