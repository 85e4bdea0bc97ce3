# An uncaught exception group prints as a tree.
def fail(error):
    try:
        raise error
    except Exception as e:
        return e


def run():
    errors = [fail(ValueError("one")), TypeError("never raised"), fail(KeyError("three"))]
    raise ExceptionGroup("several problems", errors)


run()
