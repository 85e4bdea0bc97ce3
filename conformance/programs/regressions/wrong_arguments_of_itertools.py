# What permutations() and tee() say to wrong arguments.
import itertools


class Index:
    def __index__(self):
        return 1


def attempt(f, *arguments, **keywords):
    try:
        print(f(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for f in (itertools.permutations, itertools.combinations):
    for r in ("a", 1.5, [], -1):
        attempt(f, [1], r)

attempt(itertools.permutations, 5, "a")
print(list(itertools.permutations([1, 2], True)), list(itertools.combinations([1, 2], Index())))
attempt(itertools.permutations, [1], Index())
attempt(itertools.tee)
attempt(itertools.tee, [1], -1)
attempt(itertools.tee, [1], "a")
attempt(itertools.tee, [1], n=2)
attempt(itertools.tee, iterable=[1])
attempt(itertools.tee, 1, 2, 3)
