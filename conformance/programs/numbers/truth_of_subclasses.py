"""Whether numbers are true: the types', their subclasses', and classes that say otherwise."""


class Whole(int):
    pass


class Real(float):
    pass


class Plane(complex):
    pass


class Always(int):
    def __bool__(self):
        return True


class Sized(int):
    def __len__(self):
        return 0


for number in (0, 1, -1, 0.0, -0.0, 1e-300, float("nan"), 0j, 1j, complex(0, -0.0), False, True, 10**40):
    print(repr(number), bool(number), not number, number.__bool__())

for number in (Whole(0), Whole(2), Real(0), Real(0.5), Plane(0), Plane(1j), Always(0), Always(1), Sized(0), Sized(5)):
    print(type(number).__name__, bool(number), not number, "yes" if number else "no", number.__bool__(), bool([number]))

print([int.__bool__(Always(0)), any([Whole(0), Real(0)]), all([Whole(1), Always(0)])])
print(list(filter(None, [Whole(0), Whole(3), Real(0.0), Always(0)])))
while_loops = 0
left = Whole(3)
while left:
    left = Whole(left - 1)
    while_loops += 1
print(while_loops, Whole(0) or "second", Whole(1) and "second")
