# What is being handled, as seen by a bare raise and by the context of new exceptions.
def context_of(action):
    try:
        action()
    except BaseException as e:
        chain = []
        while e is not None:
            chain.append(repr(e))
            e = e.__context__
        print(" <- ".join(chain))


def fail(error):
    raise error


def after_handler():
    try:
        fail(ValueError(1))
    except ValueError:
        pass
    fail(KeyError("no context"))


context_of(after_handler)


def after_nested_handler():
    try:
        fail(ValueError(1))
    except ValueError:
        try:
            fail(TypeError(2))
        except TypeError:
            pass
        fail(KeyError("context is 1"))


context_of(after_nested_handler)


def break_out():
    for _ in range(3):
        try:
            fail(ValueError(1))
        except ValueError:
            break
    fail(KeyError("left by break"))


context_of(break_out)


def return_out():
    def inner():
        try:
            fail(ValueError(1))
        except ValueError:
            return
    inner()
    fail(KeyError("left by return"))


context_of(return_out)


def caller_handles():
    def inner():
        raise
    try:
        fail(ValueError("the caller's"))
    except ValueError:
        inner()


context_of(caller_handles)


def generators():
    def generator():
        try:
            yield 1
        except KeyError:
            yield 2
            raise
    g = generator()
    next(g)
    g.throw(KeyError("thrown"))
    try:
        fail(ValueError("outside"))
    except ValueError:
        next(g)


context_of(generators)


def generator_in_handler():
    def generator():
        yield 1
        fail(TypeError("in the generator"))
    g = generator()
    try:
        fail(ValueError("outside"))
    except ValueError:
        next(g)
        next(g)


context_of(generator_in_handler)


def with_exit():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, kind, error, traceback):
            fail(TypeError("in exit"))

    with Manager():
        fail(ValueError("in body"))


context_of(with_exit)


def swallowed():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, kind, error, traceback):
            print("exit", kind.__name__, error)
            return True

    with Manager():
        fail(ValueError("in body"))
    fail(KeyError("after"))


context_of(swallowed)


def long_way():
    try:
        fail(ValueError(1))
    except ValueError as first:
        try:
            fail(TypeError(2))
        except TypeError:
            raise first


context_of(long_way)


def finally_return():
    try:
        fail(ValueError("lost"))
    finally:
        return "returned"


print(finally_return())


def finally_continue():
    for i in range(2):
        try:
            fail(ValueError("lost"))
        finally:
            continue
    return "continued"


print(finally_continue())
