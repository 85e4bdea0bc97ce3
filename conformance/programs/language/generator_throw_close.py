# throw() and close() of generators that delegate, and of delegates that are no generators.
class Inner:
    def __init__(self, *, throws=None, closes=None):
        self.throws, self.closes = throws, closes

    def __iter__(self):
        return self

    def __next__(self):
        return "item"

    def throw(self, *args):
        print("throw", [a if isinstance(a, type) else repr(a) for a in args])
        if self.throws is not None:
            raise self.throws
        return "from throw"

    def close(self):
        print("close")
        if self.closes is not None:
            raise self.closes


class Bare:
    def __iter__(self):
        return self

    def __next__(self):
        return "bare item"


def outer(inner):
    try:
        result = yield from inner
        print("result", result)
    except BaseException as e:
        print("outer caught", repr(e))
        raise
    finally:
        print("outer finally")
    yield "after"


def attempt(action):
    try:
        print("got", action())
    except BaseException as e:
        print("raised", repr(e), "from", repr(e.__context__))


g = outer(Inner())
print(next(g))
attempt(lambda: g.throw(ValueError))
attempt(lambda: g.throw(ValueError("instance")))
attempt(lambda: g.throw(GeneratorExit))
attempt(lambda: next(g))
for inner in (Inner(throws=StopIteration("stopped")), Inner(throws=KeyError("k")), Bare()):
    g = outer(inner)
    next(g)
    attempt(lambda: g.throw(ValueError("v")))
    attempt(lambda: g.close())
for inner in (Inner(), Inner(closes=KeyError("in close")), Inner(closes=StopIteration(1)), Bare()):
    g = outer(inner)
    next(g)
    attempt(lambda: g.close())
    attempt(lambda: g.close())


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("ignoring")
        yield 2


g = stubborn()
next(g)
attempt(lambda: g.close())
list(g)


def delegating(inner):
    yield from inner


inner = stubborn()
g = delegating(inner)
next(g)
attempt(lambda: g.throw(GeneratorExit))
list(inner)


def returns_on_exit():
    try:
        yield 1
    except GeneratorExit:
        return "early"


def watching():
    try:
        result = yield from returns_on_exit()
        print("never", result)
    except GeneratorExit as e:
        print("the exit reaches the outer one", repr(e))
        raise


g = watching()
next(g)
attempt(lambda: g.throw(GeneratorExit("mine")))

# A generator that has not begun, or has ended.
def simple():
    yield 1


attempt(lambda: simple().throw(KeyError("before the start")))
attempt(lambda: simple().close())
g = simple()
list(g)
attempt(lambda: g.throw(KeyError("after the end")))
attempt(lambda: g.throw(KeyError))
attempt(lambda: g.close())
attempt(lambda: next(g))
attempt(lambda: simple().send(5))
attempt(lambda: simple().send(None))
for args in ((), (5,), ("text",), (None,), (ValueError(1), 2), (ValueError, 1, 5), (object,), (1, 2, 3, 4)):
    attempt(lambda: simple().throw(*args))


# Resuming a running generator.
def running():
    try:
        next(me)
    except ValueError as e:
        print(e)
    for name in ("close", "throw", "send"):
        try:
            getattr(me, name)(*([KeyError] if name == "throw" else [None] if name == "send" else []))
        except ValueError as e:
            print(name, e)
    print(me.gi_running)
    yield 1


me = running()
print(next(me), me.gi_running)


# StopIteration inside becomes RuntimeError.
def stops():
    raise StopIteration("value")
    yield


attempt(lambda: next(stops()))
attempt(lambda: list(stops()))


def from_next():
    yield next(iter([]))


attempt(lambda: list(from_next()))
