x = 1
len = len


def f(flag):
    global x
    if flag:
        y = x
        del x
    print(y, undefined, z)
    z = [w := 2, w]


del x
