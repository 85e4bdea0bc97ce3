# Wrappers appear in the traceback under their own names, in the order of the calls.
import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        try:
            return function(*args)
        except ZeroDivisionError as error:
            error.add_note(f"in {function.__name__}{args}")
            raise

    return wrapper


def twice(function):
    return lambda *args: (function(*args), function(*args))


@twice
@logged
def divide(a, b):
    return a / b


print(divide(4, 2))
print(divide(4, 0))
