# heapq: a list whose first item is the least.
import heapq
from itertools import permutations


def show(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


print("# every order of a few items")
for items in permutations([1, 2, 2, 3, 4]):
    heap = list(items)
    heapq.heapify(heap)
    pushed = []
    for item in items:
        heapq.heappush(pushed, item)
    print(items, heap, pushed, heapq.heapreplace(heap, 5), heapq.heappushpop(heap, 0), heapq.heappop(pushed), heap, pushed)

print("# sorting")
seed = 12345
numbers = []
for _ in range(500):
    seed = (seed * 1103515245 + 12345) % 2**31
    numbers.append(seed % 1000)
heap = numbers[:]
heapq.heapify(heap)
print(heap[:20])
print([heapq.heappop(heap) for _ in range(len(heap))] == sorted(numbers))

print("# nsmallest, nlargest")
for n in (-1, 0, 1, 3, 499, 500, 501):
    print(n, heapq.nsmallest(n, numbers)[-3:], heapq.nlargest(n, numbers)[-3:])
words = ["pear", "fig", "apple", "kiwi", "plum"]
print(heapq.nsmallest(3, words, key=len), heapq.nlargest(3, words, key=len), heapq.nlargest(1, iter(words)))

print("# merge")
print(list(heapq.merge([1, 4, 7], (2, 5, 8), range(0, 10, 3))))
print(list(heapq.merge()), list(heapq.merge([], [1])))
print(list(heapq.merge([7, 4, 1], [8, 5, 2], reverse=True)))
print(list(heapq.merge(["a", "ccc"], ["bb", "dddd"], ["ee"], key=len)))
print(list(heapq.merge([(1, "a")], [(1, "b")], [(1, "c")], key=lambda p: p[0])))
print(list(heapq.merge([(1, "a")], [(1, "b")], [(1, "c")], key=lambda p: p[0], reverse=True)))
lazy = heapq.merge(iter([1, 3]), iter([2]))
print(next(lazy), next(lazy), list(lazy))

print("# comparisons by the program")


class Task:
    def __init__(self, rank, name):
        self.rank = rank
        self.name = name

    def __lt__(self, other):
        return self.rank < other.rank


tasks = []
for rank, name in [(3, "c"), (1, "a"), (2, "b"), (1, "z")]:
    heapq.heappush(tasks, Task(rank, name))
print([heapq.heappop(tasks).name for _ in range(4)])


class Evil:
    def __lt__(self, other):
        victim.clear()
        return True


victim = [1, Evil(), 3]
show("changed", heapq.heapify, victim)

print("# errors")
show("pop", heapq.heappop, [])
show("replace", heapq.heapreplace, [], 1)
show("pushpop", heapq.heappushpop, [], 1)
show("tuple", heapq.heappush, (1,), 2)
show("tuple", heapq.heappop, (1,))
show("tuple", heapq.heapify, (1,))
show("tuple", heapq.heapreplace, (1,), 2)
show("mixed", heapq.heappush, [1], "x")
show("mixed", heapq.heapify, [1, "x"])
show("none", heapq.heappush)


class Own(list):
    pass


own = Own([3, 1, 2])
heapq.heapify(own)
print(own, heapq.heappop(own), own)
