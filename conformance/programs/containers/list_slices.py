"""Assigning and deleting slices of a list: plain slices grow and shrink it, slices with a step do not."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def assigned(key, value):
    items = list("abcdef")
    items[key] = value
    return "".join(map(str, items))


def deleted(key):
    items = list("abcdef")
    del items[key]
    return "".join(items)


# A plain slice is replaced by any number of items, of any iterable.
for value in ("", "X", "XY", "XYZW"):
    print(repr(value), [assigned(slice(*bounds), value) for bounds in ((0, 0), (2, 4), (6, 6), (0, 6), (4, 2), (-2, None), (None, -4), (9, 12))])
print(assigned(slice(1, 3), (1, 2)), assigned(slice(1, 3), range(5)), assigned(slice(1, 3), {"k": 0}), assigned(slice(1, 3), (c for c in "gen")))

# A reversed pair of bounds is the empty slice at its start.
print(assigned(slice(4, 2), "!!"), assigned(slice(-1, -3), "!!"))

# With a step the number of items must be the same, and 1 as a step counts as none.
print(assigned(slice(None, None, 2), "XYZ"), assigned(slice(None, None, -1), "123456"), assigned(slice(1, 3, 1), "long text"))
attempt(assigned, slice(None, None, 2), "XY")
attempt(assigned, slice(None, None, 2), "")
attempt(assigned, slice(None, None, -1), "12345")
attempt(assigned, slice(4, 2, 2), "X")
print(assigned(slice(4, 2, 2), ""), assigned(slice(5, None, 3), "!"))
attempt(assigned, slice(None, None, 0), "abcdef")

# The list itself as the value: what it was before.
items = [1, 2, 3]
items[1:1] = items
print(items)
items = [1, 2, 3]
items[:] = items
items[::-1] = items
print(items)
items = [1, 2]
items[len(items):] = items
print(items)

# The value must be iterable; an iterable that fails changes nothing.


def failing():
    yield 1
    raise KeyError("midway")


items = [1, 2, 3]
attempt(items.__setitem__, slice(0, 1), 5)
attempt(items.__setitem__, slice(0, 1), None)
attempt(items.__setitem__, slice(0, 3, 2), 5)
attempt(items.__setitem__, slice(0, 1), failing())
print(items)

# Deleting: what the slice names, in whatever direction.
for bounds in ((0, 0), (0, 3), (3, None), (None, None), (-2, None), (4, 2), (None, None, 2), (1, None, 2), (None, None, -1), (4, 0, -2), (0, 100, 3)):
    print(bounds, repr(deleted(slice(*bounds))), end="; ")
print()
attempt(deleted, slice(None, None, 0))

# Single items: the place must exist, and be an integer.
print(assigned(0, "X"), assigned(-1, "X"), assigned(True, "X"), deleted(0), deleted(-6))
for key in (6, -7, "0", 1.0, None, (1, 2), 10**30):
    attempt(assigned, key, "X")
    attempt(deleted, key)
attempt(lambda: items["0"])
attempt(lambda: items["a":])
attempt(assigned, slice(1.0, 2), "X")

# Augmented assignment to a slice reads it, adds, and writes it back.
items = [1, 2, 3]
items[1:2] += [9, 9]
items[:1] *= 3
print(items)
