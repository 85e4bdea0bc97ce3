# The star in targets, displays, calls, subscripts, return, yield and for.

# Targets: exactly one star a list; it takes a list of what the others leave.
first, *middle, last = range(5)
print(first, middle, last)
*start, end = "ab"
print(start, end)
head, *none = [1]
print(head, none)
[a, *b], *c = (iter("xyz"), 4, 5)
print(a, b, c)
*whole, = {"k": 1, "l": 2}
print(whole)
values = [0, 0, 0]
values[0], *values[1:], values[2] = 1, 2, 3, 4, 5
print(values)


class Target:
    pass


target = Target()
key, *target.rest = 1, 2, 3
print(target.rest)

# for and comprehension targets.
for name, *marks in (("ann", 1, 2), ("bob",), "xyz"):
    print(name, marks)
print([(x, y) for x, *y in ((1, 2, 3), (4,))])
for item in *range(2), *"ab":
    print(item, end=" ")
print()

# Displays: any iterable in lists, tuples and sets; any mapping in dicts, later keys win but keep the earlier place.
pieces = (i * i for i in range(3))
print([*pieces, *pieces], (*"ab", *b"c"), sorted({*[3, 1], *range(2)}))
print({**{"a": 1, "b": 2}, "c": 3, **{"a": 4}}, {**{1: 2}})
print([*[]], (*[],), {*()}, {**{}})


# Calls: several stars, keywords between, and any mapping with keys and items.
def call(*positional, **named):
    return positional, named


print(call(*[1], 2, *(3,), x=4, *[5], **{"y": 6}, z=7, **{"w": 8}))


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(call(**Mapping()), {**Mapping()})


# return, yield and subscripts.
def returned(*values):
    return 0, *values


def yielded(*values):
    yield 0, *values


print(returned(1, 2), next(yielded(3)))


class Shows:
    def __getitem__(self, key):
        return key


print(Shows()[*[1, 2]], Shows()[0, *"a", 1:2], Shows()[*()])


# The errors.
def attempt(action):
    try:
        print("no error", action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def short():
    a, b, *c = [1]


def shorter_tail():
    *a, b, c = (1,)


def too_many():
    a, b = "xyz"


def too_few():
    a, b, c = {1: 2}


def not_iterable():
    a, *b = 5


for action in (short, shorter_tail, too_many, too_few, not_iterable):
    attempt(action)
attempt(lambda: [*5])
attempt(lambda: (*None,))
attempt(lambda: {**[1]})
attempt(lambda: call(*5))
attempt(lambda: call(**5))
attempt(lambda: call(x=1, **{"x": 2}))
attempt(lambda: call(**{"x": 2}, **{"x": 3}))
attempt(lambda: call(**{1: 2}))
