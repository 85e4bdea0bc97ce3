# Decorators are evaluated from the top down, before defaults and the body; applied from the bottom up.

trace = []


def mark(name):
    trace.append("make " + name)

    def decorate(thing):
        trace.append(f"apply {name} to {getattr(thing, '__name__', thing)}")
        return thing

    return decorate


def value(name):
    trace.append("evaluate " + name)
    return name


@mark("top")
@mark("bottom")
def function(a: value("annotation") = value("default"), *, b=value("keyword default")) -> value("result"):
    trace.append("never: bodies run at the call")


print(*trace, sep="\n")
trace.clear()


@mark("outer")
@mark("inner")
class Decorated(dict if value("base") else list):
    value("body")

    @mark("method")
    def method(self):
        pass


print(*trace, sep="\n")
trace.clear()


# The name is bound once, to what the topmost decorator returned, whatever that is.
@str.upper
@lambda f: f.__name__ + "!"
def shout():
    pass


print(shout)


@list
@lambda cls: (cls.__name__, issubclass(cls, Exception))
class Counted(ValueError):
    pass


print(Counted)


# While decorators run the name still has its old meaning.
def old():
    return "old"


def peek(new):
    return old() + " seen, then " + new()


@peek
def old():
    return "new"


print(old)

# Any expression is a decorator.
table = {"double": lambda f: lambda *a: 2 * f(*a)}


@table["double"]
@(lambda f: f) if trace else (lambda f: lambda x: f(x) + 1)
def base(x):
    return x


print(base(10))


@(chosen := mark("walrus"))
def with_walrus():
    pass


print(chosen is not None, trace)


# An error in a decorator leaves the name unbound.
try:
    @mark("reached")
    @5
    def lost():
        pass
except TypeError as error:
    print(error)
try:
    lost
except NameError as error:
    print(error)
try:
    @missing
    class Lost:
        print("never")
except NameError as error:
    print(error)


# static, class and property decorators under one's own.
class Mixed:
    @staticmethod
    @mark("static")
    def s(x):
        return x

    @classmethod
    @mark("class")
    def c(cls):
        return cls.__name__

    @property
    @mark("property")
    def p(self):
        return "p"


print(Mixed.s(1), Mixed.c(), Mixed().p)
print(trace[-3:])
