# collections.deque: both ends, maxlen, order, items.
from collections import deque

# Making.
print(deque(), deque("abc"), deque([1, 2, 3], 2), deque(range(5), maxlen=3), deque(iterable="xy"))
print(deque(maxlen=0), deque([1, 2], 0), deque((1, 2), None), deque(maxlen=None).maxlen)
print(len(deque("abc")), bool(deque()), bool(deque([0])))

# Both ends.
d = deque([2, 3])
print(d.append(4), d.appendleft(1), d)
print(d.pop(), d.popleft(), d)
d.extend([4, 5])
d.extendleft([1, 0])
print(d)
d.extend(d)
print(d)
d.clear()
print(d, len(d))

# maxlen drops at the other end.
m = deque([1, 2, 3], maxlen=3)
m.append(4)
print(m)
m.appendleft(0)
print(m)
m.extend("ab")
print(m)
m.extendleft("yz")
print(m, m.maxlen)
print(deque([1, 2, 3], maxlen=3).maxlen, deque().maxlen)

# Items.
d = deque("abcdef")
print(d[0], d[-1], d[2], d[-6], d[True])
d[0] = "A"
d[-1] = "F"
del d[1]
del d[-2]
print(d)

# Order.
d = deque(range(6))
for steps in (1, 2, -1, -7, 0, 100, 3):
    d.rotate(steps)
    print(steps, list(d))
d.rotate()
print(d)
d.reverse()
print(d)
print(deque([1]).rotate(5), deque().rotate(3))

# insert, remove, count, index.
d = deque([1, 2, 3])
d.insert(0, "first")
d.insert(100, "last")
d.insert(-1, "before last")
d.insert(2, "third")
d.insert(-100, "head")
print(d)
d.remove("third")
d.remove(1)
print(d)
n = deque([1, 2, 1, True, 1.0, "1"])
print(n.count(1), n.count("1"), n.count(7))
print(n.index(1), n.index(1, 1), n.index(1, -3), n.index("1", 2, 100), n.index(2, 0, 2))
print(2 in n, "2" in n, 1.0 in n)

# Copies share items, not structure.
a = deque([[1], [2]], maxlen=5)
b = a.copy()
b[0].append(9)
b.append(3)
print(a, b, b.maxlen)
print(a == deque([[1, 9], [2]]))

# Iterating.
d = deque("abc")
print(list(d), list(reversed(d)), tuple(d), sorted(d, reverse=True), "".join(d), *d)
first, *rest = d
print(first, rest)
it = iter(d)
print(next(it), next(it), next(it), next(it, "done"), next(it, "still"))
print(max(d), sum(deque([1, 2, 3])), list(zip(d, range(3))), list(map(str.upper, d)))

# Growing through many ends keeps the order.
d = deque()
for i in range(100):
    d.append(i)
    d.appendleft(-i)
    if i % 3 == 0:
        d.pop()
        d.popleft()
print(len(d), d[0], d[-1], d[len(d) // 2], sum(d))
for i in range(60):
    d.rotate(i)
print(d[0], d[-1], d[10])
