"""An error in the body passes through __exit__."""


class Door:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print(kind.__name__, value)


with Door():
    int("x")
