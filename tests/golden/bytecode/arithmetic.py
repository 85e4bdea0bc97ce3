def f(a, b):
    c = a + b * 2 - 1
    c += 1
    c **= b
    return -c, ~a, 7 // 2 + 1.5, "a" * 3, c @ b
