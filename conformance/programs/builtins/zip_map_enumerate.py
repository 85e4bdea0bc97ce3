"""zip with strict, map over several iterables, enumerate, filter and reversed: when each of them reads, and when it ends."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def noisy(name, items):
    for item in items:
        print(f"[{name}{item}]", end="")
        yield item


# zip ends with the shortest; it has by then read one more of those before it.
print(list(zip()), list(zip("ab")), list(zip("abc", (1, 2), range(9))))
first, second = noisy("a", range(3)), noisy("b", range(2))
print(list(zip(first, second)), list(first), list(second))
first, second = noisy("a", range(3)), noisy("b", range(2))
print(list(zip(second, first)), list(first))

# strict raises when they do not end together, and says which one; before that it gives what it has.
print(list(zip("ab", [1, 2], strict=True)), list(zip(strict=True)))
for parts in (("abc", "ab"), ("ab", "abc"), ("ab", "ab", "a"), ("ab", "ab", "abc"), ("a", "a", "a", ""), ("", "", "x")):
    attempt(lambda: list(zip(*parts, strict=True)))
z = zip([1, 2], [3], strict=True)
print(next(z))
attempt(next, z)
attempt(zip, "a", strict=True, loose=1)
attempt(zip, "a", 5)
attempt(zip, 5, "a", strict=False)
print(list(zip(*[iter("abcdef")] * 2)), dict(zip("xy", (1, 2))), [*zip(*[(1, 2), (3, 4)])])

# map calls with one item of each iterable; filter with None keeps what is true.
print(list(map(str, [1, 2])), list(map(pow, (2, 3, 4), (5, 2))), list(map(lambda *a: a, "ab", "xyz", (0, 1))), list(map(None, [])))
print(list(filter(None, [0, 1, "", "a", [], None])), list(filter(str.isupper, "aBcD")), list(filter(lambda x: [x], (0, 1))))
attempt(map, str)
attempt(map)
attempt(map, str, 5)
attempt(filter, None)
attempt(filter, None, 5)
attempt(filter, None, [], [])
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(filter(5, [1])))

# An error in the middle ends nothing: the next step goes on.
m = map(lambda n: 10 // n, [5, 0, 2])
print(next(m))
attempt(next, m)
print(next(m), list(m))

# enumerate counts from a start that may be any integer.
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate("ab", 2**63 - 1)), list(enumerate(iterable="a")))
attempt(enumerate, 5)
attempt(enumerate, "a", 1.0)
attempt(enumerate, "a", "1")
attempt(enumerate)
attempt(enumerate, "a", 1, 2)

# reversed asks __reversed__, else __len__ and __getitem__; what has neither order nor length is refused.
print(list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(0, 9, 4))), list(reversed({"x": 1, "y": 2})), list(reversed(bytearray(b"ab"))))
attempt(reversed, {1})
attempt(reversed, iter([1]))
attempt(reversed, 5)
attempt(reversed, zip())
attempt(reversed)
