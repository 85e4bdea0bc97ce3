"""min, max, sum: forms, keys, defaults, ties, errors."""


def show(f, *args, **kw):
    try:
        print(f.__name__, args, kw and sorted(kw), "->", repr(f(*args, **kw)))
    except Exception as error:
        print(f.__name__, args, type(error).__name__, error)


for f in (min, max):
    show(f, 3, 1, 2)
    show(f, [3, 1, 2])
    show(f, "hello")
    show(f, [], default=None)
    show(f, [])
    show(f, 5)
    show(f)
    show(f, [1, "a"])
    show(f, 1, 2, default=3)
    show(f, ["bb", "a", "ccc"], key=len)
    show(f, 2.0, 2, 1)
    show(f, [True, 1, 0])
    show(f, [(1, "b"), (1, "a")])
    show(f, {"x": 1, "y": 0}, key={"x": 1, "y": 0}.get)
    show(f, float("nan"), 1)
    show(f, 1, float("nan"))
    show(f, [1, 2], key=None)
    show(f, [1, 2], key=3)
    show(f, [1], bad=1)
show(sum, [1, 2, 3])
show(sum, [1.5, 2])
show(sum, [], 5)
show(sum, [[1], [2]], [])
show(sum, ["a"], "")
show(sum, [b"a"], b"")
show(sum, ["a"])
show(sum, 3)
show(sum, [1, 2], start=10)
show(sum, [0.1] * 10)
show(sum, [10**20, 1, -10**20])
show(sum, [True, True])
show(sum)
show(sum, [1], [2])
