def f(g):
    try:
        g()
    except ValueError as e:
        return e.args
    except (KeyError, TypeError):
        raise
    else:
        g = None
    finally:
        print("done")
    return g


def g(m):
    with m as value, m:
        return value
