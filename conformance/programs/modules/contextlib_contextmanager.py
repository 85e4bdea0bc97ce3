# contextlib.contextmanager: a generator as a context manager.
from contextlib import ContextDecorator, contextmanager


@contextmanager
def tag(name, **attributes):
    """Opens and closes."""
    print("<%s>" % name, attributes)
    try:
        yield name.upper()
    finally:
        print("</%s>" % name)


with tag("a", x=1) as t:
    print("inside", t)
with tag("b"), tag("c") as c:
    print(c)
try:
    with tag("d"):
        raise ValueError("inside")
except ValueError as error:
    print("came through:", error)
print(tag.__name__, tag.__doc__)


@contextmanager
def swallow(*kinds):
    try:
        yield
    except kinds as error:
        print("swallowed", type(error).__name__, error)


with swallow(KeyError, ZeroDivisionError):
    1 / 0
with swallow(KeyError):
    {}["k"]
try:
    with swallow(KeyError):
        raise IndexError("not mine")
except IndexError as error:
    print("IndexError", error)


@contextmanager
def translate():
    try:
        yield
    except KeyError as error:
        raise LookupError("translated") from error


try:
    with translate():
        {}["x"]
except LookupError as error:
    print(type(error).__name__, error, repr(error.__cause__))


def outcome(manager, body=lambda: None):
    try:
        with manager as value:
            print("value", value)
            body()
        print("done")
    except BaseException as error:
        print(type(error).__name__, error)


@contextmanager
def empty():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def catches_and_goes_on():
    try:
        yield 1
    except ValueError:
        pass
    yield 2


def fail(error):
    raise error


outcome(empty())
outcome(twice())
outcome(catches_and_goes_on(), lambda: fail(ValueError("v")))
outcome(swallow(ValueError), lambda: fail(ValueError("v")))
outcome(tag("s"), lambda: fail(StopIteration("stop")))
outcome(tag("r"), lambda: fail(RuntimeError("run")))
outcome(tag("g"), lambda: fail(GeneratorExit()))

once = tag("once")
with once:
    pass
outcome(once) if False else None


# As a decorator: entered anew for each call.
@tag("decorated", n=1)
def work(x):
    "Works."
    print("working", x)
    return x * 2


print(work(1), work(2), work.__name__, work.__doc__)


class Timer(ContextDecorator):
    def __init__(self):
        self.entered = 0

    def __enter__(self):
        self.entered += 1
        print("enter", self.entered)
        return self

    def __exit__(self, *details):
        print("exit", details[0])
        return False


timer = Timer()


@timer
def action():
    print("action")
    return "result"


print(action(), action())
with timer as entered:
    print(entered is timer)


class Resource:
    @contextmanager
    def open(self, mode):
        self.mode = mode
        yield self
        self.mode = None


r = Resource()
with r.open("r") as opened:
    print(opened is r, r.mode)
print(r.mode)


def inside():
    with tag("return"):
        return "returned"


print(inside())
for i in range(3):
    with tag("loop"):
        if i == 0:
            continue
        break
