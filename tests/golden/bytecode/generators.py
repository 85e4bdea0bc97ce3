def f(n):
    received = yield n
    yield from received
    return (yield)
