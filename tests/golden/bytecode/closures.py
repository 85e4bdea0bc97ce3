def f(a):
    b = a + 1
    n = 0

    def direct():
        return a + b

    def cell():
        nonlocal n
        n += 1
        return n

    return direct, cell, lambda q=b: q, (a * i for i in direct())
