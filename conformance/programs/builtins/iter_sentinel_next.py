"""iter with a sentinel, iter of a class with __getitem__ or __iter__, and next with a default."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# iter(callable, sentinel) calls until the answer equals the sentinel, which is not given.
numbers = [1, 2, 3, 0, 4]
print(list(iter(numbers.pop, 0)), numbers, list(iter(lambda: 5, 5)), list(iter(iter("ab.c").__next__, ".")))

# Equality decides, not identity; and once it has ended it does not call again.
calls = []


def count():
    calls.append(len(calls))
    return calls[-1]


it = iter(count, 2.0)
print(next(it), next(it), next(it, "end"), next(it, "end"), calls)

# A StopIteration from the callable ends it too; another error passes, and the next step calls again.
values = iter([1, 2])
print(list(iter(lambda: next(values), None)))
steps = iter([1, 0, 2, 9])
it = iter(lambda: 10 // next(steps), 1)
print(next(it))
attempt(next, it)
print(list(it))
attempt(iter, 5, 0)
attempt(iter, [1], 0)
attempt(iter, count, 0, 0)
attempt(iter)

# next without a default raises at the end; with one it returns it, as often as it is asked.
it = iter("a")
print(next(it), next(it, None), next(it, "again"))
attempt(next, it)
attempt(next, [1])
attempt(next, "abc", None)
attempt(next, 5)
attempt(next)
attempt(next, it, 1, 2)
attempt(next, it, default=1)


# A default covers the end only, no other error.
def failing():
    yield 1
    raise ValueError("not the end")


it = failing()
print(next(it, 0))
attempt(next, it, 0)
print(next(it, 0))


# Without __iter__, __getitem__ is asked with 0, 1, 2… until IndexError or StopIteration.
class Squares:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError("no more")
        return index * index


class Broken:
    def __getitem__(self, index):
        raise KeyError(index)


print(list(Squares()), 4 in Squares(), 5 in Squares(), [*Squares()], max(Squares()), dict(enumerate(Squares())))
attempt(lambda: list(Broken()))


# __iter__ must give an iterator; an iterator is its own iterator; __iter__ = None forbids.
class Wrong:
    def __iter__(self):
        return [1]


class Never:
    __iter__ = None

    def __getitem__(self, index):
        return index


attempt(iter, Wrong())
attempt(iter, Never())
attempt(lambda: 1 in Never())
for thing in ([], (), "", {}, set(), range(0), b"", zip(), map(str, []), (x for x in ())):
    it = iter(thing)
    print(iter(it) is it, it is thing, next(it, "empty"), end="; ")
print()
for thing in (5, None, 1.5, len, object, ...):
    attempt(iter, thing)
