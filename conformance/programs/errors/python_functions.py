"""Calls of Python functions that do not fit: counts, names, keywords, unpacking."""


def show(call):
    try:
        print(call())
    except TypeError as e:
        print("TypeError:", e)


def none(): return 0
def one(a): return a
def two(a, b): return a, b
def three(a, b, c): return a, b, c
def four(a, b, c, d): return a, b, c, d
def default(a, b=2): return a, b
def defaults(a=1, b=2): return a, b
def only(a, /): return a
def only_two(a, b=1, /, c=2): return a, b, c
def keyword(*, k): return k
def keywords(*, k, l, m=3): return k, l, m
def mixed(a, b=2, *, k, l=4): return a, b, k, l
def rest(a, *args): return a, args
def rest_keyword(a, *args, k): return a, args, k
def named(a, **kwargs): return a, kwargs
def only_named(a, /, **kwargs): return a, kwargs
def all_kinds(a, /, b, c=3, *args, d, e=5, **kwargs): return a, b, c, args, d, e, kwargs


functions = [none, one, two, three, four, default, defaults, only, only_two, keyword, keywords, mixed, rest,
             rest_keyword, named, only_named, all_kinds, lambda: 0, lambda x: x, lambda x, y=1: x]
for f in functions:
    print("==", f.__name__)
    for count in range(7):
        show(lambda: f(*range(count)))
    show(lambda: f(a=1))
    show(lambda: f(1, a=1))
    show(lambda: f(1, 2, a=1))
    show(lambda: f(1, 2, b=1))
    show(lambda: f(b=1))
    show(lambda: f(k=1))
    show(lambda: f(1, k=1))
    show(lambda: f(1, 2, k=1))
    show(lambda: f(1, 2, 3, k=1))
    show(lambda: f(1, 2, 3, 4, 5, k=1))
    show(lambda: f(1, 2, 3, d=4))
    show(lambda: f(x=1, y=2, z=3))
    show(lambda: f(1, zz=1))
    show(lambda: f(**{"a": 1, "b": 2}))
    show(lambda: f(**{1: 2}))
    show(lambda: f(**{"not a name": 2}))
    show(lambda: f(*3))
    show(lambda: f(*None))
    show(lambda: f(1, *3))
    show(lambda: f(**3))
    show(lambda: f(**[1]))
    show(lambda: f(**None, a=1))
    show(lambda: f(a=1, **{"a": 2}))
    show(lambda: f(**{"a": 2}, **{"a": 3}))
    show(lambda: f(*[1], **"ab"))


class Shop:
    def method(self, a, b=1): return a
    @staticmethod
    def static(a): return a
    @classmethod
    def make(cls, a): return a
    def __call__(self, a): return a
    def __getitem__(self, a, b): return a
    def __len__(self, extra): return 1
    def __enter__(self): return 1

    class Inner:
        def __init__(self, a): pass


class Plain:
    pass


class WithNew:
    def __new__(cls, a): return object.__new__(cls)


class Derived(Shop):
    def method(self, a): return super().method()


print("== methods")
shop = Shop()
show(lambda: shop.method())
show(lambda: shop.method(1, 2, 3))
show(lambda: Shop.method())
show(lambda: Shop.method(1))
show(lambda: shop.method(b=1))
show(lambda: shop.method(1, a=2))
show(lambda: shop.static())
show(lambda: shop.static(1, 2))
show(lambda: Shop.make())
show(lambda: Shop.make(1, 2))
show(lambda: shop())
show(lambda: shop(1, 2))
show(lambda: shop[1])
show(lambda: len(shop))
show(lambda: Shop.Inner())
show(lambda: Shop.Inner(1, 2))
show(lambda: Shop.Inner(1, b=2))
show(lambda: Shop(1))
show(lambda: Shop(a=1))
show(lambda: Plain(1))
show(lambda: Plain(a=1))
show(lambda: WithNew())
show(lambda: WithNew(1, 2))
show(lambda: Derived().method(1))
show(lambda: shop.method(*1))
show(lambda: shop.method(**1))
show(lambda: Shop(*1))
show(lambda: Plain(**1))


def outer():
    def inner(a): return a
    return inner


print("== nested")
show(lambda: outer()())
show(lambda: outer()(*1))
show(lambda: (lambda q: q)())
print("== not callable")
for value in [None, 1, 2.5, "s", b"b", [1], (1,), {}, {1}, range(1), ..., Plain(), NotImplemented]:
    show(lambda: value())
    show(lambda: value(*[1], **{}))
