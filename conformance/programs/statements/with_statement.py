"""with: order of enter and exit, several managers, suppression, and what is not a manager."""


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (Manager("c") as c, Manager("d")):
    print(c)
with Manager("e", True):
    raise ValueError("gone")
print("after")


def leave(how):
    for i in range(2):
        with Manager("f" + how):
            if how == "return":
                return i
            if how == "break":
                break
            if how == "continue":
                continue
            print("body")
    return "end"


for how in ("return", "break", "continue", "none"):
    print(leave(how))


class Pair(Manager):
    def __enter__(self):
        return [1, (2, 3)]


with Pair("p") as [p, (q, r)]:
    print(p, q, r)
try:
    with Manager("outer"):
        with Manager("inner", True):
            raise KeyError(1)
        raise IndexError(2)
except IndexError as error:
    print(repr(error))


class NoExit:
    def __enter__(self):
        return self


class NoEnter:
    def __exit__(self, *args):
        pass


for thing in (3, NoExit(), NoEnter(), "x"):
    try:
        with thing:
            print("not reached")
    except Exception as error:
        print(type(error).__name__, error)


class BadExit(Manager):
    def __exit__(self, *args):
        raise RuntimeError("in exit")


try:
    with BadExit("bad"):
        raise ValueError("body")
except RuntimeError as error:
    print(error, repr(error.__context__))
