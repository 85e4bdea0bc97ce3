# A StopIteration raised by the function of map or filter ends the iteration, wherever it is consumed.


def first(part):
    return next(iter(part))


parts = ("a", "b", "", "c")
print(list(map(first, parts)), [*map(first, parts)], sorted(map(first, parts)))
for letter in map(first, parts):
    print(letter)
print(list(filter(first, parts)), "".join(map(first, parts)), max(map(first, parts)))
print(list(zip(map(first, parts), range(9))), list(enumerate(map(first, parts))), "c" in map(first, parts))

# It is not over for good: the next item is asked for again.
it = map(first, parts)
print(next(it), next(it), next(it, "ended"), next(it), next(it, "ended"))


def delegating():
    yield from map(first, parts)
    yield "after"


print(list(delegating()))
