# with A, B: is with A: with B: — entered left to right, left right to left; a true __exit__ suppresses.


class Manager:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("  enter", self.name)
        if self.fail == "enter":
            raise OSError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("  exit", self.name, kind and kind.__name__, error)
        if self.fail == "exit":
            raise LookupError("exit " + self.name)
        return self.suppress


print("order")
with Manager("a") as a, Manager("b") as b:
    print("  body", a, b)

print("in parentheses, over several lines")
with (
    Manager("a") as a,
    Manager("b"),
):
    print("  body", a)

print("the inner manager suppresses: the outer sees no exception")
with Manager("a"), Manager("b", suppress=True):
    raise ValueError("from body")

print("the outer manager suppresses: the inner saw it first")
with Manager("a", suppress=True), Manager("b"):
    raise ValueError("from body")

print("the second __enter__ fails: the first manager is left with that error")
try:
    with Manager("a"), Manager("b", fail="enter"), Manager("c"):
        print("never")
except OSError as error:
    print("  caught", error)

print("the first manager may suppress the failure of the second's __enter__; the body is skipped")
with Manager("a", suppress=True), Manager("b", fail="enter"):
    print("never")

print("an __exit__ that raises replaces the exception, which becomes the context")
try:
    with Manager("a"), Manager("b", fail="exit"):
        raise ValueError("from body")
except LookupError as error:
    print("  caught", error, "after", repr(error.__context__))

print("return, break and continue leave the managers with no exception")


def leave():
    for name in "xyz":
        with Manager(name):
            if name == "x":
                continue
            if name == "y":
                break
    with Manager("r"), Manager("s"):
        return "returned"


print(leave())

print("any target an assignment may have")
box, cell = {}, [0]


class Pair:
    def __enter__(self):
        return 1, (2, 3)

    def __exit__(self, *details):
        print("  details", details)


with Pair() as (first, (second, third)), Manager("k") as box["key"], Manager("c") as cell[0]:
    print("  ", first, second, third, box, cell)

print("what is not a manager")
for bad in (1, "text", None):
    try:
        with bad:
            pass
    except TypeError as error:
        print(" ", error)


class HalfManager:
    def __enter__(self):
        pass


try:
    with HalfManager():
        pass
except TypeError as error:
    print(" ", error)
