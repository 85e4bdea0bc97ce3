def f(a, b, c):
    if a and not b or c < 5:
        return 1
    elif a is None:
        return 2
    x = a or b
    return 0 < x <= 10, b in [1, 2], c if a != b else not c
