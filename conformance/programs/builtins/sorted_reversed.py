"""sorted, list.sort and reversed: keys, order of ties, errors in the middle."""
words = ["banana", "Apple", "cherry", "apple", "fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
print(sorted([3, 1, 2], reverse=True), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([]))
print(sorted([(1, "z"), (0, "y"), (1, "a"), (0, "b")], key=lambda p: p[0]))
print(sorted([True, 0, 2, False, 1.5]), sorted([0.0, -0.0, 0]), sorted([[2], [1, 5], []]))
for bad in ([1, "a"], [None, None], [1, None], [{}, {}], [1j, 2]):
    try:
        print(sorted(bad))
    except TypeError as error:
        print(error)


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return "i%d" % self.n


print(sorted([Item(3), Item(1), Item(2)]), sorted([Item(1), Item(2)], reverse=True))
values = [5, 3, 1]
try:
    values.sort(key=lambda x: values.append(1) or x)
except ValueError as error:
    print(error)
print(values)
try:
    [3, 2, 1].sort(key=lambda x: 1 / (x - 2))
except ZeroDivisionError as error:
    print(error)
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(5))), list(reversed({"a": 1, "b": 2})))
print(list(reversed({"a": 1}.items())), list(reversed((1, 2))))
for bad in (3, {1, 2}, iter([1]), None):
    try:
        reversed(bad)
    except TypeError as error:
        print(error)


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


print(list(reversed(Sequence())), list(Sequence().__getitem__(i) for i in range(2)))
rows = [(i % 7, i % 3, i) for i in range(60)]
rows.sort(key=lambda r: r[1])
rows.sort(key=lambda r: r[0], reverse=True)
print(rows)
try:
    [1].sort(None)
except TypeError as error:
    print(error)
