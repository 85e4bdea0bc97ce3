"""iter, next, zip, map, filter, enumerate, any, all, range objects."""


def show(make):
    try:
        print(make())
    except BaseException as error:
        print(type(error).__name__, error)


it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
show(lambda: next(it))
show(lambda: next([1]))
show(lambda: iter(3))
show(lambda: next())
values = iter([1, 2, 3, 0, 5])
print(list(iter(lambda: next(values), 0)), list(values))
show(lambda: iter(3, 0))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", "cd", strict=True)))
show(lambda: list(zip("abc", "ab", strict=True)))
show(lambda: list(zip("ab", "abc", strict=True)))
show(lambda: list(zip("ab", "ab", "a", strict=True)))
show(lambda: zip(3))
print(list(map(str, [1, 2])), list(map(lambda *a: a, "ab", [1, 2, 3])), list(map(None.__eq__, [None])) if False else "")
show(lambda: map(str))
show(lambda: list(map(3, [1])))
print(list(filter(None, [0, 1, "", "a", None])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(enumerate("ab")), list(enumerate("ab", start=5)), list(enumerate("ab", -1)), list(enumerate([], 3)))
show(lambda: enumerate(3))
show(lambda: enumerate("a", "b"))
print(any([]), all([]), any([0, ""]), any([0, 3]), all([1, 0]), all("ab"))
show(lambda: any(3))
for args in ((3,), (1, 4), (0, 10, 3), (5, 0, -2), (0,), (3, 3), (0, -5)):
    r = range(*args)
    print(r, list(r), len(r), r[-1] if r else None, r[::-1], 3 in r, r.index(3) if 3 in r else None, r.count(3))
for args in ((), (1.5,), ("a",), (1, 2, 0), (1, 2, 3, 4)):
    show(lambda: range(*args))
print(range(0, 10, 3) == range(0, 12, 3), range(0) == range(2, 1), hash(range(3)) == hash(range(0, 3, 1)), range(5)[1:4], range(10**20)[-1])
show(lambda: range(3)[5])
show(lambda: range(3).index(9))
