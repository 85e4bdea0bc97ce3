"""Generators: yield, send, throw, close, yield from, return values, expressions, and state after the end."""


def count(n):
    for i in range(n):
        yield i


print(list(count(4)), sum(count(5)), [*count(2), *count(3)])


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


taken = []
for f in fibonacci():
    if f > 50:
        break
    taken.append(f)
print(taken)


def echo():
    received = []
    try:
        while True:
            got = yield len(received)
            received.append(got)
    finally:
        print("closing", received)


e = echo()
print(next(e), e.send("a"), e.send("b"), next(e))
e.close()
e.close()
try:
    next(e)
except StopIteration as stop:
    print("stopped", stop.value)


def catches():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            yield "caught " + str(error)


c = catches()
print(next(c), c.throw(ValueError("v")), next(c))
try:
    c.throw(KeyError("k"))
except KeyError as error:
    print("through", error)
print(list(c))


def inner():
    got = yield 1
    print("inner got", got)
    yield 2
    return "inner result"


def outer():
    result = yield from inner()
    print("outer saw", result)
    yield from [10, 20]
    yield from (x * 2 for x in range(2))
    return "done"


o = outer()
print(next(o), o.send("hello"), list(o))


def returns():
    return 5
    yield


try:
    next(returns())
except StopIteration as stop:
    print("value", stop.value, stop.args)

try:
    count(1).send(5)
except TypeError as error:
    print(error)


def reentrant():
    try:
        next(g)
    except ValueError as error:
        print(error)
    yield


g = reentrant()
next(g)


def leaks():
    yield 1
    raise StopIteration("inside")


try:
    list(leaks())
except RuntimeError as error:
    print(error, "/", repr(error.__cause__))

squares = (x * x for x in range(5) if x % 2 == 0)
print(next(squares), list(squares), list(squares))
print(sorted(x for x in "hello"), dict((k, v) for k, v in [("a", 1)]), ",".join(str(i) for i in range(3)))
print(any(x > 2 for x in count(5)), all(x < 3 for x in count(3)), max(count(4)), min(x for x in (3, 1, 2)))


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def with_finally():
    try:
        yield 1
        yield 2
    finally:
        print("finally ran")


for v in with_finally():
    print(v)
it = with_finally()
next(it)
it.close()


def chained():
    a = yield
    b = yield a
    yield a + b


p = chained()
next(p)
print(p.send(3), p.send(4))
print(list(zip(count(3), "ab")), list(map(lambda x: x + 1, count(3))), list(filter(None, count(3))), list(enumerate(count(2), 5)))
