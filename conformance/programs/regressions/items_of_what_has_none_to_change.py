# Assigning and deleting items where there is nothing to change: an index is converted before it is refused.


class Index:
    def __index__(self):
        print("asked")
        return 1


class Plain:
    pass


class Broken:
    def __index__(self):
        raise ValueError("no index")


def attempt(label, f, *arguments):
    try:
        f(*arguments)
    except Exception as error:
        print(label, type(error).__name__, error)


def assign(value, key):
    value[key] = 0


def delete(value, key):
    del value[key]


for value in ("ab", b"ab", (1, 2), range(3), frozenset([1]), {1}, {}.keys(), Plain(), 5, None, 1.5, len):
    for key in (0, 10**25, -(10**25), True, "a", None, slice(1), Index(), Broken()):
        label = f"{type(value).__name__}[{type(key).__name__}]"
        attempt("assign " + label, assign, value, key)
        attempt("delete " + label, delete, value, key)
