"""iter, next, enumerate, zip, map, filter, reversed and the iterators of every container."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def heading(text):
    print("--", text)


heading("iter and next")
for source in ([1, 2], (1, 2), "ab", "é\U0001f600", b"ab", {1: 2, 3: 4}, range(2), {5}, {1: 2}.items()):
    it = iter(source)
    print(type(it).__name__.replace("_ascii", ""), iter(it) is it, list(it), list(it), next(it, "end"))
for bad in (5, None, 1.5, len, int):
    attempt(iter, bad)
attempt(next, [1])
attempt(next, iter([]))
attempt(next, iter([]), "default")
attempt(iter)
attempt(next)


class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("over")
        self.n -= 1
        return self.n


print(list(Down(3)), [*Down(2)], sum(Down(4)), max(Down(3)), 1 in Down(3), tuple(Down(0)))
d = Down(1)
print(next(d))
attempt(next, d)
attempt(next, d, "default")


class NoIterator:
    def __iter__(self):
        return 5


class Sequence:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError("enough")
        return i * 10


class Broken:
    def __getitem__(self, i):
        raise ValueError("broken")


class Never:
    __iter__ = None


attempt(iter, NoIterator())
attempt(iter, Never())
attempt(list, Broken())
print(list(Sequence()), 20 in Sequence(), 25 in Sequence(), [x for x in Sequence()])

heading("iter with a sentinel")
values = [1, 2, 3, 0, 4]
it = iter(lambda: values.pop(0), 0)
print(list(it), values, list(it), values)
attempt(iter, 5, 0)


def stop():
    raise StopIteration


print(list(iter(stop, 0)))

heading("lists that change while they are walked")
a = [1, 2, 3]
out = []
for x in a:
    out.append(x)
    if len(a) < 6:
        a.append(x * 10)
print(out)
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)
it = iter(a)
print(list(it))
a.append(99)
print(list(it))
it = reversed([1, 2, 3])
print(next(it), list(it), list(it))

heading("enumerate")
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate(iterable="ab", start=-1)), list(enumerate([], 2)))
print(list(enumerate("abc", 2**63 - 2)), next(enumerate("a", 10**30)))
attempt(enumerate)
attempt(enumerate, 5)
attempt(enumerate, [], "x")
attempt(enumerate, [], 1.5)

heading("zip")
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip(range(3), "abc", (x for x in "xyz"))), list(zip(*[(1, 2), (3, 4)])))
it = iter("abcdef")
print(list(zip(it, it)), list(zip([], it)), list(zip("ab", "xy", strict=True)))
attempt(zip, 5)
attempt(zip, [1], 5)
for columns in (([1], [1, 2]), ([1, 2], [1]), ([1], [1], [1, 2]), ([1, 2], [1, 2], [1]), ([], []), ([1],)):
    attempt(lambda: list(zip(*columns, strict=True)))

heading("map")
print(list(map(str, [1, 2])), list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])), list(map(max, "ab", "ba", "aa")), list(map(None, [])))
it = map(lambda x: 1 // x, [1, 0, 2])
print(next(it))
attempt(next, it)
print(next(it))
attempt(map)
attempt(map, len)
attempt(map, len, 5)
attempt(lambda: list(map(5, [1])))

heading("filter")
print(list(filter(None, [0, 1, "", "a", None, [], [0]])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isupper, "aBcD")))
attempt(filter, None)
attempt(filter, None, 5)
attempt(lambda: list(filter(5, [1])))

heading("reversed")
print(list(reversed([1, 2])), list(reversed((1, 2))), list(reversed("abé")), list(reversed(range(1, 8, 3))), list(reversed({1: 2, 3: 4})))
print(list(reversed(b"ab")), list(reversed([])), list(reversed(range(0))))
for bad in ({1}, 5, iter([1]), (x for x in "a"), None):
    attempt(reversed, bad)


class Counted:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return "item" + str(i)


class Custom:
    def __reversed__(self):
        return iter("custom")


print(list(reversed(Counted())), list(reversed(Custom())))
attempt(reversed, Down(3))

heading("generators through natives")


def numbers(n):
    for i in range(n):
        yield i
    return "result"


print(sum(numbers(10)), max(numbers(5)), list(numbers(3)), tuple(numbers(2)), sorted(numbers(4), reverse=True), set(numbers(2)) == {0, 1})
print(list(zip(numbers(2), numbers(5))), dict(enumerate(numbers(2))), any(numbers(3)), all(numbers(3)), ",".join(str(x) for x in numbers(3)))
g = numbers(1)
next(g)
attempt(next, g)


def failing():
    yield 1
    raise KeyError("inside")


for consumer in (list, tuple, set, sum, max, sorted, any, all, dict):
    attempt(consumer, failing() if consumer is not any else (x - 1 for x in failing()))
attempt(lambda: [*failing()])
a = [0]
try:
    a.extend(failing())
except KeyError:
    print(a)

heading("chains")
print(list(enumerate(zip(map(abs, [-1, 2]), filter(None, [0, 3, 4])), 1)), list(map(list, zip("ab", "cd"))))
print([list(x) for x in (reversed(list(enumerate("ab"))), map(tuple, ["ab"]), iter([]))])
