"""A StopIteration that comes out of a function which an itertools object calls ends the iteration."""
from itertools import filterfalse, islice, starmap, takewhile


def stop_at_three(x):
    if x == 3:
        raise StopIteration
    return x


print(list(starmap(stop_at_three, [(1,), (2,), (3,), (4,)])))
print(list(takewhile(stop_at_three, [1, 2, 3, 4])))
print(list(filterfalse(stop_at_three, [0, 0, 3, 0])))
print(list(islice(starmap(stop_at_three, [(1,), (3,)]), 5)))
for x in starmap(stop_at_three, [(1,), (3,), (5,)]):
    print(x)
