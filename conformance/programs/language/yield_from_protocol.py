# yield from passes values, sent values, thrown exceptions and close through to the inner iterator.


def inner(name):
    print("  start", name)
    try:
        got = yield name + "1"
        print("  got", got)
        got = yield name + "2"
        print("  got", got)
    except ValueError as error:
        print("  inner handled", error)
        yield "recovered"
    finally:
        print("  end", name)
    return name.upper()


def outer():
    result = yield from inner("a")
    print("  result", result)
    result = yield from inner("b")
    return result


print("values and results")
running = outer()
try:
    print(next(running), running.send("x"), running.send("y"), running.send("z"))
    running.send("w")
except StopIteration as stop:
    print("stopped with", stop.value)

print("throw goes to the inner one")
running = outer()
print(next(running), running.throw(ValueError("thrown")), next(running))

print("close too")
running.close()

print("the outer catches what the inner does not")


def guarding():
    try:
        yield from inner("c")
    except KeyError as error:
        yield f"outer caught {error}"
    return "done"


running = guarding()
print(next(running), running.throw(KeyError("k")), next(running, "exhausted"))

print("over what is no generator: None is sent on as next")


def over(iterable):
    result = yield from iterable
    print("  result", result)


print(list(over("ab")), list(over([])), list(over({"k": 1})), list(over(range(2))))
running = over([1, 2])
next(running)
try:
    running.send("not None")
except AttributeError as error:
    print(type(error).__name__, error)
running = over([1, 2])
next(running)
try:
    running.throw(KeyError("list iterators have no throw"))
except KeyError as error:
    print(repr(error))
try:
    next(over(5))
except TypeError as error:
    print(error)


class Iterator:
    """The value of the expression is the StopIteration's; send and throw are used where they exist."""

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("value of an iterator")


print(list(over(Iterator())))

print("recursion")


def flatten(tree):
    if isinstance(tree, list):
        for branch in tree:
            yield from flatten(branch)
    else:
        yield tree


print(list(flatten([1, [2, [3, []], 4], [[[5]]]])))


def countdown(n):
    if n:
        yield n
        return 1 + (yield from countdown(n - 1))
    return 0


def depth():
    yield (yield from countdown(4))


print(list(depth()))
print("a generator that delegates to itself")


def selfish():
    yield from me


me = selfish()
try:
    next(me)
except ValueError as error:
    print(error)
