# contextlib.ExitStack: any number of exits.
from contextlib import ExitStack, contextmanager


@contextmanager
def step(name, swallow=False, fail=None):
    print("enter", name)
    try:
        yield name
    except Exception as error:
        print("seen in", name, repr(error))
        if not swallow:
            raise
    finally:
        print("leave", name)
    if fail:
        raise fail


with ExitStack() as stack:
    names = [stack.enter_context(step(n)) for n in "abc"]
    print(names)

with ExitStack() as stack:
    stack.callback(print, "callback", 1, sep="-")

    @stack.callback
    def last():
        print("decorated callback")

    stack.push(lambda kind, value, trace: print("pushed", kind))
    print("body")

with ExitStack() as stack:
    stack.enter_context(step("outer"))
    stack.enter_context(step("swallows", swallow=True))
    stack.enter_context(step("inner"))
    raise ValueError("v")
print("went on")

try:
    with ExitStack() as stack:
        stack.enter_context(step("x"))
        stack.push(lambda *details: False)
        raise KeyError("through")
except KeyError as error:
    print("KeyError", error)

# An exit that fails replaces what it saw.
try:
    with ExitStack() as stack:
        stack.enter_context(step("first"))
        stack.enter_context(step("second", swallow=True, fail=RuntimeError("from second")))
        raise ValueError("original")
except RuntimeError as error:
    print("RuntimeError", error)


def bad(*details):
    raise TypeError("in exit")


try:
    with ExitStack() as stack:
        stack.push(bad)
        raise ValueError("original")
except TypeError as error:
    print(error, "while", repr(error.__context__))

with ExitStack() as stack:
    stack.push(lambda kind, value, trace: kind is TypeError)
    stack.push(bad)

# close and pop_all.
stack = ExitStack()
stack.callback(print, "one")
stack.callback(print, "two")
moved = stack.pop_all()
stack.close()
print("nothing yet")
moved.close()
moved.close()


class Manager:
    def __enter__(self):
        print("manager enter")
        return "value"

    def __exit__(self, *details):
        print("manager exit", details[0])
        return True


with ExitStack() as stack:
    stack.push(Manager())
    print(stack.enter_context(Manager()))
    1 / 0

for action in (lambda: ExitStack().enter_context(1), lambda: ExitStack().callback(), lambda: ExitStack(1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
