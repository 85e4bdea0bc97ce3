# Only identical frames in a row are folded: a recursion through one line folds, through two alternating lines not.
def down(n):
    if n == 0:
        return lookup({}, n)
    return down(n - 1)


def left(n):
    return right(n - 1) if n else down(6)


def right(n):
    return left(n - 1) if n else down(6)


def lookup(table, key):
    return table[key]


try:
    down(2)
except KeyError as error:
    print(repr(error))
left(5)
