# property, staticmethod, classmethod and functions as objects: bound by hand, subclassed, shown.


def attempt(what, action):
    try:
        print(what, "->", action())
    except (AttributeError, TypeError, RuntimeError) as error:
        print(what, "->", type(error).__name__, error)


def function(self, extra="none"):
    """Its documentation."""
    return (self, extra)


# --- functions bind themselves ---
print(function.__get__(3)(), function.__get__(3, int)("more"))
print(function.__get__(3))
print(function.__get__(None, int) is function)
attempt("nothing to bind", lambda: function.__get__(None))
print(type(function), type(function.__get__(1)), type(len), type([].append), type(list.append))
print(type(int.real), type(int.__add__), type((1).__add__), type(dict.fromkeys))
print(list.append, int.__add__, int.real, str.join, len)
print([].append.__name__, list.append.__name__, list.append.__qualname__, int.__add__.__name__)
print(str.upper.__get__("abc")(), str.upper.__get__(None, str) is str.upper)
attempt("of another type", lambda: str.upper.__get__(3))
print(int.real.__get__(7), int.real.__name__)


# --- attributes of functions ---
def documented(a, b: int = 2, *, c: str = "x") -> float:
    "doc"


documented.mark = [1]
print(documented.mark, documented.__name__, documented.__qualname__, documented.__doc__)
print(documented.__module__, documented.__annotations__, function.__annotations__)
documented.__name__, documented.__qualname__, documented.__doc__ = "renamed", "Q.renamed", None
print(documented.__name__, documented.__doc__)
documented.__annotations__ = {"a": "any"}
documented.__module__ = "elsewhere"
print(documented.__annotations__, documented.__module__)
attempt("name", lambda: setattr(documented, "__name__", 1))
attempt("qualname", lambda: setattr(documented, "__qualname__", 1))
attempt("annotations", lambda: setattr(documented, "__annotations__", 1))
del documented.mark
attempt("deleted", lambda: documented.mark)


class C:
    """A class."""

    def method(self):
        """Of a method."""

    @staticmethod
    def static(x):
        """Of a static method."""
        return ("static", x)

    @classmethod
    def made(cls, x):
        """Of a class method."""
        return (cls.__name__, x)

    @property
    def size(self):
        """Of a property."""
        return 5

    listed = classmethod(property(lambda cls: "property of " + cls.__name__))


attempt("method attribute", lambda: setattr(C().method, "x", 1))
attempt("missing", lambda: C().method.x)
print(C.method.__doc__, C().method.__name__, C().method.__qualname__, C.static.__doc__)
print(C.made.__doc__, C.size.__doc__, C.listed)
print(C.size.__get__(C()), C.size.__get__(None, C) is C.size)
attempt("no setter", lambda: setattr(C(), "size", 1))
attempt("no deleter", lambda: delattr(C(), "size"))

s = staticmethod(function)
print(s(1), s.__wrapped__ is function, s.__name__, s.__doc__, s.__get__(C()) is function)
k = classmethod(function)
print(k.__get__(None, int)(), k.__get__(3)("more"), k.__wrapped__ is function)


# --- subclasses of the three ---
class Loud(property):
    def __get__(self, instance, owner=None):
        print("reading")
        return super().__get__(instance, owner)


class Quiet(property):
    pass


class Named(classmethod):
    label = "a class method"


class D:
    def __init__(self):
        self._x = 1

    @Loud
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        print("writing", value)
        self._x = value

    @Quiet
    def y(self):
        return "y"

    @Named
    def named(cls):
        return cls.__name__


d = D()
d.x = 4
print(d.x, d.y, type(D.y).__name__, D.named(), d.named())
attempt("quiet", lambda: setattr(d, "y", 1))


# --- __set_name__ that fails says where ---
class Failing:
    def __set_name__(self, owner, name):
        raise ValueError("no")


def failing():
    class E:
        member = Failing()


attempt("set_name", failing)


# --- the attributes of a class that can be set ---
class F:
    pass


F.__name__ = "Renamed"
print(F, F.__name__, F.__qualname__)
F.__qualname__ = "Outer.Renamed"
F.__module__ = "package"
F.__doc__ = "new documentation"
print(F, F.__module__, F.__doc__)
F.__annotations__["x"] = int
print(F.__annotations__)
attempt("class name", lambda: setattr(F, "__name__", 1))
attempt("int's name", lambda: setattr(int, "__name__", "x"))
attempt("int's attribute", lambda: setattr(int, "extra", "x"))
attempt("deleting", lambda: delattr(int, "real"))
