t = (1, 2)


def store(target):
    target[0] = \
        5


store(t)
