# Lambdas: every kind of parameter, their precedence, their names, their scopes.

print((lambda: None)(), (lambda x: x)(1), (lambda *a: a)(1, 2), (lambda **k: k)(x=1))
print((lambda a, /, b, *c, d=4, **e: (a, b, c, d, e))(1, 2, 3, f=5))
print((lambda *, named: named)(named="only"))

# The body is one expression, as far as it goes: a conditional, a comparison, another lambda.
print((lambda x: "big" if x > 2 else "small")(3))
print((lambda x: lambda y: lambda z: (x, y, z))(1)(2)(3))
pair = lambda: 1, 2
print(pair[0](), pair[1])
condition = lambda: 0 or "right of or"
print(condition())
choose = (lambda: "yes") if condition else (lambda: "no")
print(choose())

# As default values and in displays.
table = {"add": lambda a, b: a + b, "neg": lambda a: -a}
print(table["add"](2, 3), table["neg"](4))
print((lambda f=lambda: "inner default": f())())
print([f(3) for f in (lambda x: x, lambda x: x * x, lambda x: x ** x)])
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))

# The name and the qualified name.
print(table["add"].__name__, table["add"].__qualname__, table["add"].__doc__)


def outer():
    return lambda: (lambda: 0)


print(outer().__qualname__, outer()().__qualname__)


class Holder:
    method = lambda self, extra=1: (type(self).__name__, extra)
    plain = staticmethod(lambda: "static")
    prop = property(lambda self: "property")


print(Holder().method(), Holder().method(2), Holder.plain(), Holder().prop, Holder.method.__qualname__)

# Free variables are looked up at the call; a walrus inside is local to the lambda.
later = lambda: value
value = "bound later"
print(later())
print((lambda: [inner := 5, inner + 1])())
try:
    inner
except NameError as error:
    print(error)

# A lambda may be a generator.
steps = lambda n: (yield from range(n))
print(list(steps(3)), [*(lambda: (yield))()])


# Recursion through a parameter, and through a name.
print((lambda f, n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1), 10))
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(12))

# In f-strings a lambda stands in parentheses.
print(f"{(lambda x: x * 2)(21)}")


def attempt(action):
    try:
        print(action())
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)


attempt(lambda: (lambda x: x)())
attempt(lambda: (lambda: 0)(1))
attempt(lambda: (lambda x, *, y: x)(1))
attempt(lambda: (lambda x: x)(y=1))
attempt(lambda: (lambda: nowhere)())
attempt(lambda: (lambda x=nowhere: x)())
