# Arguments of object.__new__ and object.__init__: who lacks which of the two may be given them; which class a
# __new__ makes.


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Plain:
    pass


class Init:
    def __init__(self, *a, **k):
        super().__init__(*a, **k)


class New:
    def __new__(cls, *a, **k):
        return super().__new__(cls, *a, **k)


class Both(New):
    def __init__(self, *a):
        object.__init__(self, *a)


class Careful:
    def __new__(cls, *a):
        return object.__new__(cls)


class Inherits(Careful):
    def __init__(self, *a):
        super().__init__(*a)


class Text(str):
    def __init__(self, *a):
        super().__init__(*a)


class Number(int):
    def __init__(self, *a):
        super().__init__()


class Row(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, *a)


for cls in (Plain, Init, New, Both, Careful, Inherits, Text, Number, Row, object):
    print(cls.__name__)
    attempt(lambda: type(cls()).__name__)
    attempt(lambda: type(cls(1)).__name__)
    attempt(lambda: type(cls(1, 2)).__name__)
attempt(lambda: object.__init__(Plain(), 1))
attempt(lambda: object.__init__(Plain()))
attempt(lambda: object.__init__(5, 1))
attempt(lambda: object.__init__("a", 1))
attempt(lambda: object.__init__(Careful(), 1))
attempt(lambda: object.__init__(Text("a"), x=1))
attempt(lambda: object.__new__(Plain, 1))
attempt(lambda: object.__new__(Careful, 1))
attempt(lambda: object.__new__(int))
attempt(lambda: object.__new__(Number))
attempt(lambda: object.__new__())
attempt(lambda: object.__new__(1))
attempt(lambda: str.__new__(int))
attempt(lambda: int.__new__(Plain))
attempt(lambda: int.__new__())
attempt(lambda: int.__new__(5))
attempt(lambda: int.__new__(bool, 1))
attempt(lambda: list.__new__(Number))
attempt(lambda: type(int.__new__(Number, 5)).__name__)
attempt(lambda: tuple.__new__(Row, (1, 2)))


# What join and set() ask of a derived class, and what not.
class Items(list):
    def __iter__(self):
        return iter(["x", "y"])


class Keys(dict):
    def __iter__(self):
        return iter(["k"])


class Members(set):
    def __iter__(self):
        return iter(["m"])


attempt(lambda: ",".join(Items("ab")))
attempt(lambda: list(Items("ab")))
attempt(lambda: set(Keys(a=1)))
attempt(lambda: frozenset(Keys(a=1)))
attempt(lambda: set(Members([1])))
