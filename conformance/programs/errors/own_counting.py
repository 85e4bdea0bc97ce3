"""sorted, min and max, which look at their arguments themselves."""


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: sorted())
show(lambda: sorted([1], [2]))
show(lambda: sorted([1], [2], [3]))
show(lambda: sorted([1], [2], key=None))
show(lambda: sorted(1))
show(lambda: sorted([1], reverse="x"))
show(lambda: sorted([1, 2], key=3))
show(lambda: sorted([1, 2], key=len))
show(lambda: sorted([1, "a"]))
for f in [min, max]:
    show(lambda: f())
    show(lambda: f(1))
    show(lambda: f([]))
    show(lambda: f([], default=3))
    show(lambda: f(1, 2, default=3))
    show(lambda: f([1, "a"]))
    show(lambda: f([1, 2], key=3))
    show(lambda: f([1], bad=1))
    show(lambda: f(1, 2, bad=1))
