# Stands before every program here: how a case is run and shown.

def attempt(f, *args, **kwargs):
    """The result as text; of an exception its class and message."""
    try:
        return repr(f(*args, **kwargs))
    except Exception as error:
        return type(error).__name__ + ": " + str(error)


def show(label, results):
    """One line of cases. The runner counts the separators."""
    print(label, *results, sep=" ¦ ")


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __repr__(self):
        return f"Index({self.value})"


def strings(alphabet, longest):
    """Every text over an alphabet up to a length, shortest first."""
    found, last = [""], [""]
    for _ in range(longest):
        last = [s + c for s in last for c in alphabet]
        found += last
    return found


