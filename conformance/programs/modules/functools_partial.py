# functools.partial: calls, what is bound, flattening, repr, classes derived from it.
from functools import partial


def show(*args, **keywords):
    return args, keywords


p = partial(show, 1, 2, a=3)
print(p(), p(4), p(4, b=5), p(a=9), p(*[7, 8], **{"z": 0}))
print(p.func is show, p.args, p.keywords)

# Used as any function.
print(list(map(partial(pow, 2), range(6))), list(map(partial(int, base=2), ["1", "10", "111"])))
print(sorted(["b", "A", "c"], key=partial(str.lower)))
double = partial(lambda x, y: x * y, 2)
print([double(i) for i in range(4)], callable(double))
print(partial(max, 5)(3), partial(max, 5)(9), partial("-".join)(["a", "b"]), partial(dict, a=1)(b=2))

# A partial of a partial is flat.
q = partial(p, 3, a=4, b=5)
print(q.func is show, q.args, q.keywords, q("x"))
print(p.keywords)

# It can carry attributes; then it is no longer flattened into another.
p.note = "kept"
print(p.note)
r = partial(p, 9)
print(r.func is p, r.args, r())

# repr.
print(partial(int), partial(int, "11", base=2), partial(partial(int, "1"), base=3))
print(repr(partial(max, [1], key=len)))
loop = partial(print)
print([partial(len, "ab")])


class Bound:
    def __init__(self, name):
        self.name = name

    def greet(self, greeting, mark="!"):
        return greeting + " " + self.name + mark

    hello = partial(greet, greeting="hello")


b = Bound("Ada")
print(partial(b.greet, "hi")(), partial(b.greet, mark="?")("well"))
# It is no method: nothing is bound to self.
print(Bound.hello(b))
try:
    b.hello()
except TypeError as error:
    print(error)


class Traced(partial):
    def __call__(self, *args):
        print("calling", self.func.__name__, self.args, args)
        return super().__call__(*args)


t = Traced(pow, 3)
print(t(2), isinstance(t, partial), t)

# Errors.
for action in (
    lambda: partial(),
    lambda: partial(1),
    lambda: partial(None, 1),
    lambda: partial(len)(),
    lambda: partial(len, "a")("b"),
    lambda: p.missing,
    lambda: partial(show, 1)[0],
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
