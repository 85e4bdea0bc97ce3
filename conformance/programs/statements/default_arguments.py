# Defaults are evaluated once, when def runs, in the scope around the function, from left to right.


def keep(item, into=[]):
    into.append(item)
    return into


print(keep(1), keep(2), keep(3, []), keep(4))

number = 1


def frozen(value=number, *, named=number + 1):
    return value, named


number = 100
print(frozen(), frozen(5), frozen(named=6))

# In a loop: the default is a copy of the binding, the free variable is not.
by_default = [lambda i=i: i for i in range(3)]
by_variable = [lambda: i for i in range(3)]
print([f() for f in by_default], [f() for f in by_variable])


# A class body: defaults see the class's names, bodies do not.
class Holder:
    size = 3

    def method(self, size=size, doubled=size * 2):
        return size, doubled, self.size


print(Holder().method())
Holder.size = 9
print(Holder().method())


# A default does not see the other parameters.
try:
    def bad(first, second=first):
        pass
except NameError as error:
    print(error)


# Each run of def makes defaults anew.
def maker():
    def inner(store={}):
        store[len(store)] = True
        return store
    return inner


one, two = maker(), maker()
print(one(), one(), two())


# A sentinel tells "not given" from None.
MISSING = object()


def given(value=MISSING):
    return "nothing" if value is MISSING else repr(value)


print(given(), given(None))


# Positional-only, keyword-only and starred parameters together.
def full(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


print(full(1, d=4))
print(full(1, 20, 30, 40, 50, d=60, e=70, f=80))
print(full(1, d=4, a="goes to more", b="too"))


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


attempt(lambda: full())
attempt(lambda: full(1))
attempt(lambda: full(d=1))
attempt(lambda: full(1, c=2, d=3, **{"c": 4}))
attempt(lambda: full(1, 2, 3, d=4, c=5))
attempt(lambda: frozen(1, 2))
attempt(lambda: frozen(1, value=2))
attempt(lambda: frozen(nmaed=2))
attempt(lambda: keep())
attempt(lambda: Holder().method(1, 2, 3))
