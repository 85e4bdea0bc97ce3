"""list.sort: stability, key, reverse, what the key sees, and a sort that fails on its way."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# A sort is stable: items that compare equal keep their order, also with reverse.
records = [("b", 2), ("a", 1), ("c", 2), ("d", 1), ("e", 0)]
records.sort(key=lambda r: r[1])
print(records)
records.sort(key=lambda r: r[1], reverse=True)
print(records)

# So sorting by the lesser key first, then by the greater, is sorting by both.
people = [("Zoe", 31), ("Ada", 36), ("Bob", 31), ("Cy", 36), ("Abe", 31)]
twice = sorted(people)
twice.sort(key=lambda p: p[1])
print(twice, twice == sorted(people, key=lambda p: (p[1], p[0])))

# The key is called once for each item, in their order, before any comparison.
calls = []


def noted(word):
    calls.append(word)
    return len(word)


words = ["ccc", "a", "bb", "dddd", ""]
words.sort(key=noted)
print(words, calls)
words.sort(key=None, reverse=1)
print(words)


# Only < is asked.
class Card:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"c{self.rank}"


cards = [Card(n) for n in (5, 3, 9, 1)]
cards.sort()
print(cards, sorted(cards, reverse=True))

# Numbers of all kinds go together, and so do nested sequences; text goes by the numbers of its characters.
print(sorted([2, 1.5, True, -1, 10**20, -0.0, 0]), sorted(["b", "A", "é", "a", "Z", ""]), sorted([[2], [1, 5], [], [1]]))
print(sorted([b"b", b"a"]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([{1}, {1, 2}, set()], key=len))

# What cannot be compared is refused; all items are still there, in some order.
mixed = [3, "a", 1]
attempt(mixed.sort)
print(len(mixed), sorted(map(str, mixed)))
attempt([None, None].sort)
attempt([1j, 2j].sort)
attempt([{}, {}].sort)
print([{}].sort(), [None].sort(), [].sort())
attempt([1, 2].sort, key=lambda n: {})

# An error of the key leaves the list as it was.
numbers = [2, 0, 1]
attempt(numbers.sort, key=lambda n: 1 // n)
print(numbers)

# While it is sorted a list looks empty; changing it then is an error.
shown = [3, 2, 1]
shown.sort(key=lambda n: (print(len(shown), shown), n)[1])
print(shown)
grown = [3, 2, 1]
attempt(grown.sort, key=lambda n: (grown.append(n), n)[1])
print(grown)

# key and reverse are given by name.
attempt([1].sort, len)
attempt([1].sort, None)
attempt([1].sort, cmp=1)
attempt([1, 2].sort, reverse="yes")
attempt([1, 2].sort, reverse=None)
attempt([1, 2].sort, key=5)
