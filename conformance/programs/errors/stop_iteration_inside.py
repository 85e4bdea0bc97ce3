# StopIteration ends a loop quietly from __next__, becomes RuntimeError in a generator, and is plain elsewhere.


def tell(action):
    try:
        print(action.__name__, "->", action())
    except Exception as error:
        print(action.__name__, "->", repr(error), "cause", repr(error.__cause__), "context", repr(error.__context__))


def raised_in_generator():
    def generator():
        yield 1
        raise StopIteration("inside")
    return list(generator())


def leaks_from_next():
    def generator():
        yield next(iter([]))
    return list(generator())


def caught_in_generator():
    def generator():
        iterator = iter("ab")
        while True:
            try:
                yield next(iterator)
            except StopIteration:
                return
    return list(generator())


def in_generator_expression():
    return list(next(iter(part)) for part in ("a", "", "b"))


def in_list_comprehension():
    return [next(iter(part)) for part in ("a", "", "b")]


def in_next_method():
    class Counts:
        left = 3

        def __iter__(self):
            return self

        def __next__(self):
            if not self.left:
                raise StopIteration("told nobody")
            self.left -= 1
            return self.left
    return [*Counts()], tuple(Counts()), sum(Counts())


def plain_call():
    return next(iter(()))


def thrown_in():
    def generator():
        yield 1
        yield 2
    running = generator()
    next(running)
    return running.throw(StopIteration("thrown"))


def in_key_function():
    return sorted([2, 1], key=lambda x: next(iter(())))


def value_of_return():
    def generator():
        yield 1
        return "result"
    running = generator()
    next(running)
    try:
        next(running)
    except StopIteration as stop:
        return stop.value, stop.args


for action in (raised_in_generator, leaks_from_next, caught_in_generator, in_generator_expression, in_list_comprehension,
               in_next_method, plain_call, thrown_in, in_key_function, value_of_return):
    tell(action)
print(StopIteration().value, StopIteration(1).value, StopIteration(1, 2).value)
