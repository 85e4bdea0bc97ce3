"""StopIteration that leaves a generator becomes a RuntimeError."""


def numbers():
    yield next(iter(()))


list(numbers())
