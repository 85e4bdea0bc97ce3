# functools.cmp_to_key: sorting by a comparison.
from functools import cmp_to_key


def by_length(a, b):
    return len(a) - len(b)


words = ["pear", "fig", "banana", "kiwi", "date", "apple"]
print(sorted(words, key=cmp_to_key(by_length)))
print(sorted(words, key=cmp_to_key(by_length), reverse=True))
print(min(words, key=cmp_to_key(by_length)), max(words, key=cmp_to_key(by_length)))

# The classic: the largest number made of parts.
parts = [3, 30, 34, 5, 9]
print("".join(map(str, sorted(parts, key=cmp_to_key(lambda a, b: int(f"{b}{a}") - int(f"{a}{b}"))))))

# Any number will do as an answer.
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: float(a - b))))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: True)))

# The keys compare with each other.
K = cmp_to_key(lambda a, b: a - b)
one, two = K(1), K(2)
print(one < two, one <= two, one == two, one != two, one > two, one >= two, K(2) == two)
print(one.obj, K(obj="x").obj)

values = [5, 2, 8]
values.sort(key=cmp_to_key(lambda a, b: b - a))
print(values)

calls = []


def noisy(a, b):
    calls.append((a, b))
    return a - b


print(sorted([2, 1], key=cmp_to_key(noisy)), calls)

for action in (
    lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: None)),
    lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: 1 / 0)),
    lambda: one < 1,
    lambda: one == 1,
    lambda: hash(one),
    lambda: {one: 1},
    lambda: K(),
    lambda: cmp_to_key(),
    lambda: sorted([1, "a"], key=K),
    lambda: K.obj,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
