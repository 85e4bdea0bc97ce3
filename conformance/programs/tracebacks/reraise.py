def inner():
    raise ValueError("first")


def outer():
    try:
        inner()
    except ValueError:
        print("saw it")
        raise


outer()
