# functools.reduce.
from functools import reduce

print(reduce(lambda a, b: a + b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 10))
print(reduce(lambda a, b: a * b, range(1, 20)), reduce(max, "hello"), reduce(min, (3, 1, 2), 0))
print(reduce(lambda a, b: [a, b], "abcd"), reduce(lambda a, b: [a, b], "abcd", None))
print(reduce(lambda d, kv: {**d, kv[0]: kv[1]}, {"a": 1, "b": 2}.items(), {}))
print(reduce(lambda a, b: 1 / 0, [5]), reduce(lambda a, b: 1 / 0, [], "start"))
print(reduce(lambda a, b: a + b, (c for c in "xyz")), reduce(lambda f, g: lambda x: g(f(x)), [abs, str, len])(-12345))

steps = []


def trace(a, b):
    steps.append((a, b))
    return a - b


print(reduce(trace, [10, 1, 2, 3]), steps)

for action in (
    lambda: reduce(lambda a, b: a, []),
    lambda: reduce(lambda a, b: a, 5),
    lambda: reduce(lambda a, b: a, None, 1),
    lambda: reduce(lambda a: a, [1, 2]),
    lambda: reduce(1, [1, 2]),
    lambda: reduce(1, [1]),
    lambda: reduce(),
    lambda: reduce(max),
    lambda: reduce(max, [1], 2, 3),
    lambda: reduce(lambda a, b: a + b, [1, "x"]),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Numbers:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index


print(reduce(lambda a, b: a * 10 + b, Numbers()))
