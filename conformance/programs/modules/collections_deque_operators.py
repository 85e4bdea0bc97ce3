# collections.deque: operators, comparison, repr, classes derived from it.
from collections import deque

# + * and their in-place forms.
d = deque([1, 2])
print(d + deque([3]), d * 2, 3 * d, d * 0, d * -1, deque([1, 2, 3], 4) * 2)
d += [3, 4]
print(d)
d += d
print(d)
d *= 2
print(d, len(d))
d *= 0
print(d)
m = deque([1, 2, 3], maxlen=4)
m += "ab"
print(m, m + deque([9]), m * 3)
m *= 2
print(m)

# Comparison goes item by item.
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) != deque([1, 2]), deque([1]) == deque([1, 2]))
print(deque([1, 2]) < deque([1, 3]), deque([1, 2]) < deque([1]), deque([1]) <= deque([1, 0]))
print(deque([2]) > deque([1, 9]), deque([1, 2]) >= deque([1, 2]), deque() < deque([0]))
print(deque([1]) == [1], deque([1]) != [1], deque([1], 3) == deque([1], 4))
x = float("nan")
print(deque([x]) == deque([x]), deque([x]) == deque([float("nan")]))

# repr.
print(repr(deque()), repr(deque([1, "a", None])), str(deque([], maxlen=2)), f"{deque('a')}")
d = deque([1])
d.append(d)
print(d)
e = deque(maxlen=2)
e.append([e])
print(e)
print([deque([deque()])], {"d": deque("x")})

# Not hashable, like a list; a deque is an object of its class.
try:
    hash(deque())
except TypeError as error:
    print(error)
print(isinstance(d, deque), type(d) is deque, deque.__name__, deque)


# Classes derived from it.
class Stack(deque):
    def push(self, item):
        self.append(item)
        return self

    def top(self):
        return self[-1]


s = Stack("ab").push("c")
print(s, s.top(), len(s), isinstance(s, deque), list(s), s == deque("abc"))
print(type(s.copy()).__name__, s.copy(), type(s + deque("d")).__name__)


class Window(deque):
    def __init__(self, size):
        super().__init__(maxlen=size)
        self.total = 0

    def append(self, item):
        self.total += item
        if len(self) == self.maxlen:
            self.total -= self[0]
        super().append(item)


w = Window(3)
for i in range(1, 8):
    w.append(i)
    print(w, w.total)


class Named(deque):
    def __repr__(self):
        return "Named<" + ",".join(map(str, self)) + ">"

    def __getitem__(self, index):
        return "item " + str(super().__getitem__(index))

    def __len__(self):
        return 100


n = Named([1, 2])
print(n, n[0], len(n), list(n))
