# A class body begins with __module__ and __qualname__, which it may read and write.


class Outer:
    print(__module__, __qualname__)

    class Inner:
        print(__module__, __qualname__)
        where = __qualname__.lower()

    names = [__qualname__ for _ in range(1)] if False else __qualname__


print(Outer.Inner.where, Outer.names)


class Renamed:
    __qualname__ = "Another.Name"
    print(__qualname__)


print(Renamed, Renamed.__name__)
