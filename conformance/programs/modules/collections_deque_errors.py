# collections.deque: every error.
from collections import deque


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


# Making.
attempt(lambda: deque(1))
attempt(lambda: deque([1], -1))
attempt(lambda: deque([1], "x"))
attempt(lambda: deque([1], 1.5))
attempt(lambda: deque([1], maxlen=10**30))
attempt(lambda: deque([1], 2, 3))
attempt(lambda: deque(size=3))

# Empty.
attempt(lambda: deque().pop())
attempt(lambda: deque().popleft())
attempt(lambda: deque()[0])

# Items.
d = deque("abc")
attempt(lambda: d[3])
attempt(lambda: d[-4])
attempt(lambda: d["a"])
attempt(lambda: d[0:2])
attempt(lambda: d[1.0])
attempt(lambda: d[None])


def assign(index):
    d[index] = 0


def delete(index):
    del d[index]


attempt(lambda: assign(3))
attempt(lambda: assign("a"))
attempt(lambda: delete(9))
attempt(lambda: delete(-9))

# Searching.
attempt(lambda: d.remove("z"))
attempt(lambda: d.index("z"))
attempt(lambda: d.index("a", 1))
attempt(lambda: d.index("c", 0, 2))
attempt(lambda: d.index([1, "x"]))
attempt(lambda: d.index("a", "x"))

# Arguments.
attempt(lambda: d.rotate("x"))
attempt(lambda: d.rotate(1.0))
attempt(lambda: d.insert("x", 1))
attempt(lambda: deque([1, 2], 2).insert(0, 1))
attempt(lambda: d.append())
attempt(lambda: d.append(1, 2))
attempt(lambda: d.extend(5))
attempt(lambda: d.extendleft(None))
attempt(lambda: d.pop(0))
attempt(lambda: d.nothing)

# Operators.
attempt(lambda: d + [1])
attempt(lambda: d + 1)
attempt(lambda: [1] + d)
attempt(lambda: d * "x")
attempt(lambda: d * 1.5)

# A deque that changes under a loop.
d = deque([1, 2, 3])
try:
    for x in d:
        print(x)
        d.append(x)
except RuntimeError as error:
    print(error)
try:
    for x in d:
        print(x)
        d.rotate(1)
except RuntimeError as error:
    print(error)
for i, x in enumerate(d):
    d[i] = x * 10
print(d)


class Trap:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.append("trap")
        return False


t = deque()
t.extend([Trap(t), 1, 2])
attempt(lambda: t.count(1))
attempt(lambda: 1 in t)
attempt(lambda: t.index(1))
attempt(lambda: t.remove(1))
attempt(lambda: t == deque([0] * len(t)))
