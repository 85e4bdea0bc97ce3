"""with: entering, leaving, swallowing, several managers, and managers that fail."""


class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter failed")
        return self.name + "!"

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        if self.fail == "exit":
            raise RuntimeError("exit failed")
        return self.swallow


with Manager("a") as a:
    print("body", a)

with Manager("a") as a, Manager("b") as b:
    print(a, b)

with (
    Manager("p") as p,
    Manager("q"),
):
    print(p)

with Manager("s", swallow=True):
    1 / 0
print("swallowed")

try:
    with Manager("t"), Manager("u"):
        raise ValueError("through")
except ValueError as error:
    print("caught", error)

try:
    with Manager("v"), Manager("w", fail="enter"):
        print("never")
except RuntimeError as error:
    print(error)

try:
    with Manager("x", fail="exit"):
        raise ValueError("first")
except RuntimeError as error:
    print(error, repr(error.__context__))


def leaves_early():
    for i in range(3):
        with Manager(str(i)):
            if i == 0:
                continue
            return i


print(leaves_early())


class Target:
    pass


target = Target()
items = [0, 0]
with Manager("m") as target.value, Manager("n") as (first, second), Manager("o") as items[1]:
    print(target.value, first, second, items)

try:
    with 5:
        pass
except TypeError as error:
    print(error)


class HalfManager:
    def __enter__(self):
        return self


try:
    with HalfManager():
        pass
except TypeError as error:
    print(error)
