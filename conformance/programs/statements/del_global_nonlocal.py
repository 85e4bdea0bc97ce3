"""del, global and nonlocal."""
x = 1


def deletes():
    y = 1
    del y
    try:
        print(y)
    except UnboundLocalError as error:
        print(error)


def global_change():
    global x, made
    x = 2
    made = "here"


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def look():
        return n

    return up, look


deletes()
global_change()
print(x, made)
up, look = counter()
print(up(), up(5), look())


def deleted_cell():
    v = 1

    def read():
        return v

    del v
    try:
        read()
    except NameError as error:
        print(error)


deleted_cell()
del x
try:
    x
except NameError as error:
    print(error)
try:
    del x
except NameError as error:
    print(error)
d = {"a": 1, "b": [1, 2, 3, 4]}
del d["a"], d["b"][1:3]
print(d)


class Thing:
    attribute = 1


t = Thing()
t.own = 2
del t.own
for name in ("own", "attribute"):
    try:
        delattr(t, name)
    except AttributeError as error:
        print(error)
del Thing.attribute
print(hasattr(t, "attribute"))


def before_assignment():
    try:
        print(z)
    except UnboundLocalError as error:
        print(error)
    z = 1
    for i in ():
        pass
    try:
        return i
    except UnboundLocalError as error:
        print(error)


before_assignment()


def outer():
    a = "outer"

    class Inner:
        a = "class"

        def method(self):
            return a

        values = [a for _ in range(2)]

    return Inner().method(), Inner.values, Inner.a


print(outer())
