# ExitStack: the contexts of errors raised by several exits, as nested with statements would leave them.
import contextlib


def fail(error):
    raise error


def chain(run):
    try:
        run()
    except Exception as e:
        parts = []
        while e is not None:
            parts.append(repr(e))
            e = e.__context__
        print(" <- ".join(parts))
    else:
        print("nothing")


def body_fails():
    with contextlib.ExitStack() as stack:
        stack.callback(fail, ValueError(1))
        stack.callback(fail, KeyError(2))
        raise TypeError(3)


def body_ends():
    with contextlib.ExitStack() as stack:
        stack.callback(fail, ValueError(1))
        stack.callback(fail, KeyError(2))


def suppressed_between():
    with contextlib.ExitStack() as stack:
        stack.callback(fail, ValueError(1))
        stack.enter_context(contextlib.suppress(Exception))
        stack.callback(fail, KeyError(2))
        raise TypeError(3)


def all_suppressed():
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.suppress(Exception))
        stack.callback(fail, ValueError(1))
        stack.callback(fail, KeyError(2))
        raise TypeError(3)


def chained_inside():
    with contextlib.ExitStack() as stack:
        def twice():
            try:
                raise KeyError("inner")
            finally:
                raise ValueError("outer")
        stack.callback(twice)
        raise TypeError("body")


def with_cause():
    with contextlib.ExitStack() as stack:
        def caused():
            raise ValueError("new") from OSError("cause")
        stack.callback(caused)
        raise TypeError("body")


for run in [body_fails, body_ends, suppressed_between, all_suppressed, chained_inside, with_cause]:
    print(run.__name__, end=": ")
    chain(run)
