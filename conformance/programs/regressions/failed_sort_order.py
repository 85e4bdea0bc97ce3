# A sort whose comparison raises leaves the list as far as it was sorted: nothing is lost, and what stood right stays.


def attempt(items, **options):
    try:
        items.sort(**options)
    except TypeError as error:
        print(error)
    print(items)


attempt([0, -1, 2, "a", 5])  # a descending run, then what cannot be compared
attempt([3, 1, 2, "a", 0])
attempt(["a", 1, 2])
attempt([1, 2, "a", 0])
attempt([2, 1, None, 3], reverse=True)
attempt([3, 2, 1, "a"], reverse=True)
attempt([5, 4, 3, "a", 1], key=lambda item: item)
attempt(list(range(40, 0, -1)) + ["a"] + [0])


class Item:
    def __init__(self, number):
        self.number = number

    def __repr__(self):
        return f"Item({self.number})"

    def __lt__(self, other):
        print("less", self.number, other.number)
        if self.number == 9 or other.number == 9:
            raise ValueError("no order for 9")
        return self.number < other.number


for numbers in ([4, 2, 9, 1], [1, 2, 3, 9, 0], [3, 2, 1, 5, 4, 9, 0], [9, 1], [1, 9]):
    items = [Item(number) for number in numbers]
    try:
        items.sort()
    except ValueError as error:
        print(error)
    print(items)

# Up to 63 items are sorted by binary insertion: the comparisons are these.
compared = []


class Counted(int):
    def __lt__(self, other):
        compared.append((int(self), int(other)))
        return int(self) < int(other)


print(sorted(Counted(number * 37 % 60) for number in range(60))[:5], len(compared), compared[:20])
