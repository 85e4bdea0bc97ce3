# merge, nlargest and nsmallest: lazily merged sorted inputs, and the few best of many.

from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest

# merge takes sorted inputs and keeps equal elements in the order of the inputs.
print(list(merge([1, 4, 7], [2, 4], (), range(3))))
print(list(merge(["b", "dd"], ["a", "ccc"], key=len)), list(merge([5, 3, 1], [4, 3], reverse=True)))
print(list(merge()), list(merge("ace")), list(merge([(1, "x")], [(1, "y"), (2, "z")], key=lambda row: row[0])))


# It is lazy: one element of each input is read ahead.
def told(name, values):
    for value in values:
        print(f"{name}{value}", end=" ")
        yield value


merged = merge(told("a", [1, 5]), told("b", [2, 3]))
print("made", end=" ")
print(next(merged), next(merged), *merged)

# nlargest and nsmallest: as sorted and cut, equal elements in their first order.
pairs = [("a", 3), ("b", 1), ("c", 3), ("d", 2), ("e", 1)]
for count in (0, 1, 2, 4, 9, -1):
    print(count, nlargest(count, pairs, key=lambda p: p[1]), nsmallest(count, pairs, key=lambda p: p[1]))
print(nlargest(2, "heap"), nsmallest(2, (n % 7 for n in range(20))), nsmallest(3, {"z": 1, "y": 2}))

# Heaps: the smallest first; push and pop together, in either order.
heap = [5, 2, 8, 1]
heapify(heap)
heappush(heap, 0)
print(heap, heappop(heap), heappushpop(heap, -1), heapreplace(heap, 9), heap)
print([heappop(heap) for _ in range(len(heap))], heappushpop([], 3))


def attempt(action):
    try:
        print(action())
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)


attempt(lambda: heappop([]))
attempt(lambda: heapreplace([], 1))
attempt(lambda: heapify((1, 2)))
attempt(lambda: heappush([1], "a"))
attempt(lambda: list(merge([1], ["a"])))
attempt(lambda: list(merge([1], 5)))
attempt(lambda: nsmallest(2, [1, "a"]))
attempt(lambda: nlargest(2, 5))
