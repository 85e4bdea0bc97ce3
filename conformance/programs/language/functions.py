"""Every kind of parameter, every way to pass an argument, and the texts when they do not fit."""


def plain(a, b, c=3):
    return (a, b, c)


def positional_only(a, b=2, /):
    return (a, b)


def keyword_only(*, a, b=2):
    return (a, b)


def everything(a, b=2, /, c=3, *rest, d, e=5, **more):
    return (a, b, c, rest, d, e, sorted(more.items()))


def varargs(*args, **kwargs):
    return args, kwargs


print(plain(1, 2), plain(1, b=5), plain(c=1, b=2, a=3), plain(*[1, 2], **{"c": 9}))
print(positional_only(1), positional_only(1, 7))
print(keyword_only(a=1), keyword_only(b=1, a=2))
print(everything(1, d=4), everything(1, 2, 3, 4, 5, d=6, e=7, z=8, y=9))
print(varargs(), varargs(1, *(2, 3), 4, *[5], x=1, **{"y": 2}, **{"z": 3}))
print((lambda x, y=10, *z: (x, y, z))(1, 2, 3, 4))


def attempt(call):
    try:
        return call()
    except TypeError as error:
        return "TypeError: " + str(error)


for call in [
    lambda: plain(),
    lambda: plain(1),
    lambda: plain(1, 2, 3, 4),
    lambda: plain(1, 2, d=4),
    lambda: plain(1, 2, a=4),
    lambda: plain(*[1, 2], **{"b": 3}),
    lambda: positional_only(),
    lambda: positional_only(a=1),
    lambda: positional_only(1, 2, 3),
    lambda: keyword_only(),
    lambda: keyword_only(1),
    lambda: keyword_only(a=1, c=2),
    lambda: everything(),
    lambda: everything(1),
    lambda: everything(1, d=2, **{"d": 3}),
    lambda: varargs(**{1: 2}),
    lambda: varargs(*5),
    lambda: varargs(**5),
    lambda: len(),
    lambda: len(1, 2),
    lambda: len(5),
    lambda: 5(),
    lambda: "x"(),
    lambda: None(),
]:
    print(attempt(call))


# A default is evaluated once, where the function is defined.
def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []), collect(4))

x = 1


def default_is_early(y=x):
    return y


x = 2
print(default_is_early(), x)


def outer(n):
    def inner(m=n):
        return n, m

    n += 1
    return inner()


print(outer(1))


def recursive(n):
    return 1 if n < 2 else n * recursive(n - 1)


print(recursive(20), recursive(30))


def no_return():
    pass


print(no_return())


def early(n):
    for i in range(10):
        if i == n:
            return i
    else:
        return "none"


print(early(3), early(30))


def annotated(a: int, b: "str" = "x", *c: float, d: bool = True, **e: dict) -> list:
    return [a, b, c, d, e]


print(annotated(1, "y", 2.5, d=False, f=1))


def decorate(tag):
    def wrap(function):
        def replaced(*args):
            return tag + str(function(*args))

        return replaced

    return wrap


@decorate("a")
@decorate("b")
def decorated(n):
    return n


print(decorated(1))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)), max([3, 1, 2], key=lambda v: -v))
print([f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
