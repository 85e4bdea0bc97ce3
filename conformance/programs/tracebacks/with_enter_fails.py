"""The line of the with statement."""


class Door:
    def __enter__(self):
        raise OSError("locked")

    def __exit__(self, *args):
        print("never")


with Door() as d:
    print("inside")
