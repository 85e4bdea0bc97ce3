# The attributes that single exception classes have, set by their constructors and by programs.
def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# ImportError: msg, name, path
e = ImportError("no such thing", name="thing", path="/x")
print(repr(e), str(e), e.msg, e.name, e.path, e.args)
e = ImportError("a", "b")
print(repr(e), str(e), e.msg, e.name, e.path)
e = ImportError()
print(repr(e), repr(str(e)), e.msg)
e.msg = "now"
print(str(e), e.args)
e.msg = 5
print(repr(str(e)))
print(ModuleNotFoundError("x", name="y").name)
attempt(lambda: ImportError("x", nme="y"))
attempt(lambda: ImportError("x", name="y", path="z", more=1))
try:
    from math import no_such_name
except ImportError as error:
    print(type(error).__name__, error.msg, error.name, error.path, error.args)

# StopIteration: value
for args in ((), (5,), (None,), ((1, 2),), (1, 2, 3)):
    e = StopIteration(*args)
    print(repr(e), e.value, e.args)
e.value = "set"
e.args = ("other",)
print(e.value, e.args)
del e.value
print(e.value)


def generator():
    yield 1
    return "result"


g = generator()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)
try:
    next(iter([]))
except StopIteration as stop:
    print(stop.value, stop.args)

# SystemExit: code
for args in ((), (5,), (None,), ("text",), (1, 2, 3)):
    e = SystemExit(*args)
    print(repr(e), repr(e.code), e.args)

# AttributeError and NameError: name, obj
e = AttributeError("text", name="attr", obj=7)
print(repr(e), e, e.name, e.obj, e.args)
print(AttributeError("text").name, AttributeError("text").obj)
e = NameError("text", name="x")
print(repr(e), e.name)
print(UnboundLocalError("text", name="y").name)
attempt(lambda: NameError("x", obj=1))
attempt(lambda: AttributeError("x", nam=1))
try:
    "".no_such
except AttributeError as error:
    print(error.name, error.args)
try:
    no_such_name
except NameError as error:
    print(error.name, error.args)
error = AttributeError("x")
error.name = "set"
error.obj = [1]
print(error.name, error.obj)
del error.name
print(error.name, error.obj)

# KeyError: the repr of its one argument
for args in ((), ("key",), ("",), (1,), ("a", "b")):
    print(str(KeyError(*args)), repr(KeyError(*args)))


# Constructors without keywords say so, under the class's name.
class Mine(ValueError):
    pass


for cls in (BaseException, Exception, KeyError, StopIteration, SystemExit, SyntaxError, Mine):
    attempt(lambda: cls(key=1))


class Passing(Mine):
    def __init__(self):
        super().__init__(key=1)


attempt(Passing)


# An __init__ that does not call the other leaves args as __new__ set them, and the fields empty.
class Quiet(StopIteration):
    def __init__(self, *args):
        pass


print(Quiet(5).value, Quiet(5).args)
