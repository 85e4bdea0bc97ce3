"""sort, sorted, min and max: order, stability, keys of every kind, reverse, and misuse."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def heading(text):
    print("--", text)


def noise(count, modulus, seed=12345):
    out = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed // 65536 % modulus)
    return out


def ordered(a):
    return all(not a[i + 1] < a[i] for i in range(len(a) - 1))


heading("ints, floats, strs, tuples, mixtures")
for count in (0, 1, 2, 3, 10, 31, 32, 33, 64, 65, 100, 1000):
    ints = noise(count, 500)
    for values in (
        ints,
        [x / 8 - 20 for x in ints],
        [str(x) for x in ints],
        [(x % 5, -x, str(x)) for x in ints],
        [x if x % 2 else x / 2 for x in ints],
        [x - 250 for x in ints],
        [x * 10**18 * (-1) ** x for x in ints],
        [[x % 7, x] for x in ints],
        [x % 2 == 0 for x in ints],
        ["é" * (x % 3) + "prefix-longer-than-eight" + str(x) for x in ints],
        [(str(x % 10), x / 2) for x in ints],
        [("a",) * (x % 4) for x in ints],
        [bytes([x % 256]) for x in ints],
    ):
        up, down = sorted(values), sorted(values, reverse=True)
        same = list(values)
        same.sort()
        assert ordered(up) and up == same and sorted(up) == up
        assert up == sorted(down) and ordered(list(reversed(down))), values
    print(count, sorted(ints)[:5], sorted([str(x) for x in ints])[:5])
print(sorted([3, 1.5, True, 2, 0.0, -1]), sorted(["b", "a", "B", "", "aa", "ä", "z", "\U0001f600", "\uffff"]))
print(sorted([(1, "b"), (1, "a"), (0, "z"), (1,)]), sorted([2**70, -(2**70), 5, 2.0**69]), sorted([0.0, -0.0, 0, False]))
print(sorted("hello"), sorted({3: 1, 1: 2}), sorted({2, 1}), sorted(x for x in (3, 1, 2)), sorted(["a\0b", "a", "a\0"]))

heading("stability")
pairs = [(x % 4, i) for i, x in enumerate(noise(200, 50))]
by_first = sorted(pairs, key=lambda p: p[0])
print([p[1] for p in by_first][:25])
print([p[1] for p in sorted(pairs, key=lambda p: p[0], reverse=True)][:25])
assert by_first == sorted(pairs)
print(sorted(["B", "a", "C", "b", "A"], key=str.lower), sorted([-3, 2, -2, 3, 1], key=abs), sorted([1.0, True, 1, 0], key=lambda x: x))
words = "the quick brown fox jumps over the lazy dog".split(" ")
words.sort(key=len)
print(words)
words.sort(key=lambda w: (-len(w), w))
print(words)
words.sort(key=lambda w: w[-1], reverse=True)
print(words, sorted(range(5), key=lambda x: None if x < 0 else 0))

heading("objects")


class Card:
    comparisons = 0

    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        Card.comparisons += 1
        return self.rank < other.rank

    def __repr__(self):
        return f"C{self.rank}"


print(sorted([Card(x) for x in noise(20, 9)]), Card.comparisons > 19)
print(max([Card(3), Card(1)], key=lambda c: c.rank), min(Card(3), Card(1)))
attempt(max, Card(1), Card(2))
attempt(sorted, [Card(1), 5])


class Odd:
    def __lt__(self, other):
        return "truthy"


print(len(sorted([Odd() for _ in range(50)])))

heading("misuse")
attempt(sorted, [1, "a"])
attempt(sorted, [None, 1])
attempt(sorted, [1j, 2j])
attempt(sorted, [(1, 2), (1, "a")])
attempt(sorted, [{}, {}])
attempt(sorted, 5)
attempt(sorted, [1, 2], key=5)
attempt(sorted, [1, 2], reverse="x")
attempt([2, 1].sort, 5)
attempt([2, 1].sort, key=lambda: 1)
a = [3, 1, 2]
attempt(a.sort, key=lambda x: 1 // (x - 1))
print(sorted(a))
print(a.sort(), a)

heading("the list while it is sorted")
a = [3, 1, 2]
seen = []
a.sort(key=lambda x: seen.append(len(a)) or x)
print(seen, a)
a = [3, 1, 2]


def grow(x):
    a.append(x)
    return x


attempt(a.sort, key=grow)
print(a)


class Clearing:
    def __lt__(self, other):
        a.clear()
        return False


a = [Clearing(), Clearing(), Clearing()]
attempt(a.sort)
print(len(a))

heading("min and max")
print(min(3, 1, 2), max("b", "c", "a"), min([4, 2]), max({1: 5, 9: 0}), min("hello"), max(x for x in (1, 5, 2)), max(1, 2.0), max(1.0, 1), min(True, 1))
print(max("aa", "b", key=len), min(-3, 2, key=abs), max([], default=0), min([], default=None), max([5], default=9), max([1, 2], key=lambda x: -x))
print(max([(1, "a"), (1, "b")]), min([[2], [1, 5]]), max(2**70, 1.5), min(10**25, 10**24), max(["x", "yy"], key=len, default=1), min((), default=()))
attempt(max)
attempt(max, [])
attempt(min, ())
attempt(max, 5)
attempt(max, 1, 2, default=3)
attempt(max, 1, "a")
attempt(min, [1, None])
attempt(max, [1, 2], key=5)
attempt(max, 1, 2, bad=3)
nan = float("nan")
print(max(1.0, nan), min(nan, 1.0) != min(nan, 1.0), sorted([3.0, nan, 1.0])[0] in (3.0, 1.0))
