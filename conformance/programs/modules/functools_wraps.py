# functools.wraps, update_wrapper and their constants.
from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, partial, update_wrapper, wraps


def traced(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        """Of the wrapper."""
        print("calling", function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


@traced
def add(a, b=1):
    """Adds."""
    return a + b


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__qualname__, add.__wrapped__(2, 3))


def source():
    pass


source.note = "kept"
source.count = 3


def target():
    """Own."""


print(update_wrapper(target, source) is target, target.__name__, target.__doc__, target.note, target.count)


def other():
    """Stays."""


update_wrapper(other, source, assigned=("__name__",), updated=())
print(other.__name__, other.__doc__, hasattr(other, "note"), other.__wrapped__ is source)

# What wraps a partial has no name to take.
p = partial(add, 1)


def around():
    pass


update_wrapper(around, p)
print(around.__name__, around.__wrapped__ is p)


def repeat(times):
    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            return [function(*args) for _ in range(times)]

        wrapper.times = times
        return wrapper

    return decorate


@repeat(3)
@repeat(2)
def hello(name):
    return "hello " + name


print(hello("x"), hello.times, hello.__name__, hello.__wrapped__.times, hello.__wrapped__.__wrapped__("y"))


class Counted:
    def __init__(self, function):
        update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@Counted
def double(x):
    "Doubles."
    return 2 * x


print(double(4), double(5), double.calls, double.__name__, double.__doc__, double.__wrapped__(1))
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
