def f(a, b):
    a, b = b, a
    (c, *d), a.x = a
    a[0] = b[1:2] = c
    a.n += 1
    a[b] -= c
    a[1:3] *= 2
    del a.x, a[0], c
    return d
