def f(g, x, *args, key=None, **kwargs):
    print(x)
    g(1, x, k=2)
    x.m(1)(2).n(k=x)
    return g(*args, 3, a=1, **kwargs), len(x[1:]) + x[0] + x["k"]
