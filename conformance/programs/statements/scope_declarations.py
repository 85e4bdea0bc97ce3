# global and nonlocal: which binding a name means through several levels of functions and classes.

level = "module"


def outer():
    level = "outer"

    def reads():
        return level

    def rebinds():
        nonlocal level
        level = "rebound"

    def reaches_module():
        global level
        level = "module, rebound"

    print(reads(), end=" ")
    rebinds()
    print(reads(), end=" ")
    reaches_module()
    print(reads(), "|", module_level())


def module_level():
    return level


outer()


# nonlocal skips levels that do not bind the name, and finds the nearest that does.
def top():
    x = 1

    def middle():
        def bottom():
            nonlocal x
            x += 10
            return x

        return bottom

    bump = middle()
    return bump(), bump(), x


print(top())


# A class body between the functions is not a level: its names are not seen from inside.
def around_class():
    y = "function"

    class Holder:
        y = "class"
        seen_in_body = y

        def seen_in_method(self):
            return y

        def rebind(self):
            nonlocal y
            y = "rebound by a method"

    holder = Holder()
    print(holder.seen_in_body, "|", holder.seen_in_method(), end=" | ")
    holder.rebind()
    print(holder.seen_in_method(), "|", Holder.y)


around_class()


# global inside a class body binds the module's name and no attribute.
class Declares:
    global made_in_class
    made_in_class = "module's"


print(made_in_class)
try:
    Declares.made_in_class
except AttributeError as error:
    print(error)


# A nonlocal name may be the target of every binding statement.
def targets():
    item = None

    def bind():
        nonlocal item
        for item in range(3):
            pass
        yield item
        with Opened() as item:
            yield item
        import math as item
        yield item.floor(2.5)
        def item(): return "a function"
        yield item()
        (item := "walrus")
        yield item
        del item
        yield "deleted"

    for value in bind():
        print(value, end="; ")
    try:
        item
    except UnboundLocalError as error:
        print(error)


class Opened:
    def __enter__(self):
        return "opened"

    def __exit__(self, *details):
        return None


targets()


# Each call of the outer function makes its own variable; functions of one call share it.
def counter():
    total = 0

    def add(amount):
        nonlocal total
        total += amount
        return total

    def reset():
        nonlocal total
        total = 0

    return add, reset


add, reset = counter()
other, _ = counter()
print(add(1), add(2), other(5), reset(), add(7), other(5))


# A free variable that is not bound yet, and one deleted by the outer function.
def early():
    def use():
        return late

    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    late = 1
    print(use())


early()
