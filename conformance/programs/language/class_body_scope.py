# A class body runs once, top to bottom, in a scope of its own that functions inside do not see.

x = "module"


class Reads:
    before = x
    x = "class"
    after = x
    first_iterable_sees = [item for item in x]
    body_does_not = [x for _ in range(2)]

    def method(self):
        return x


print(Reads.before, Reads.after, Reads.first_iterable_sees, Reads.body_does_not, Reads().method())


# Any statement may stand in the body; what is bound becomes an attribute.
class Statements:
    total = 0
    for number in range(4):
        if number == 2:
            continue
        total += number
    else:
        finished = True
    try:
        1 / 0
    except ZeroDivisionError as error:
        message = str(error)
    with_names = sorted(name for name in ("total", "number", "finished"))
    first, *rest = "abc"
    import math as maths
    del first


print(Statements.total, Statements.number, Statements.finished, Statements.message, Statements.rest)
print(Statements.maths.floor(1.5), Statements.with_names)
for name in ("error", "first"):
    print(name, hasattr(Statements, name))


# In a function: the class body reads the function's variable until it binds its own.
def build(x):
    class Local:
        seen = x

        def method(self):
            return x

    class Binds:
        try:
            early = x
        except NameError as error:
            early = str(error)
        x = "bound in the class"
        late = x

    return Local.seen, Local().method(), Binds.early, Binds.late


print(build("argument"))


# Nested classes do not see the outer class's names.
class Outer:
    here = "outer"
    try:
        class Inner:
            there = here
    except NameError as error:
        failed = str(error)

    class Second:
        here = "inner"

    copied = Second.here


print(Outer.failed, Outer.copied, hasattr(Outer, "Inner"))

# __name__, __qualname__, __module__ and the docstring.


class Named:
    """What it is for."""
    inside = (__module__, __qualname__)

    class Deep:
        inside = __qualname__


print(Named.inside, Named.Deep.inside, Named.__doc__, Named.__name__)


# Names with two leading underscores are mangled in the body, with the class's name bare of underscores.
class _Private:
    __hidden = 1

    def get(self):
        self.__own = 3
        return self.__hidden, self.__own

    def __secret(self):
        return "secret"


private = _Private()
print(private.get(), private._Private__hidden, private._Private__own, private._Private__secret())
try:
    private.__hidden
except AttributeError as error:
    print(error)


# An exception in the body leaves the class's name unbound.
try:
    class Broken:
        good = 1
        bad = good / 0
except ZeroDivisionError as error:
    print(error)
try:
    Broken
except NameError as error:
    print(error)
