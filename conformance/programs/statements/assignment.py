"""Assignment: targets, order of evaluation, star targets, chains, augmented and annotated forms."""
log = []


def note(value):
    log.append(value)
    return value


box = {}
box[note("k1")] = box[note("k2")] = note("value")
print(log, box)
a = b = c = []
a.append(1)
print(b is c, c)
a, b = 1, 2
a, b = b, a
print(a, b)
first, *rest = "spam"
*start, last = range(4)
head, *middle, tail = [1, 2]
print(first, rest, start, last, head, middle, tail)
[x, [y, *z]] = [1, (2, 3, 4)]
print(x, y, z)
for _ in range(1):
    try:
        a, b = [1]
    except ValueError as error:
        print(error)
for value in ([1, 2, 3], 5, None, iter([1]), "abc", {}):
    try:
        p, q = value
        print(p, q)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    p, *q, r = [1]
except ValueError as error:
    print(error)
n = 10
n += 5
n -= 1
n *= 2
n //= 3
n **= 2
n %= 50
n <<= 2
n |= 1
n ^= 3
n &= 0xff
n >>= 1
n /= 4
print(n)
items = [1]
alias = items
items += (2, 3)
items *= 2
print(alias)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as error:
    print(error, t)


class Counted:
    def __init__(self):
        self.reads = 0
        self.values = {}

    def __getitem__(self, key):
        self.reads += 1
        return self.values.get(key, 0)

    def __setitem__(self, key, value):
        self.values[key] = value


counted = Counted()
counted["x"] += 3
counted["x"] += 4
print(counted.values, counted.reads)
annotated: int = 3
bare: str
print(annotated)
if (walrus := len("abc")) > 2:
    print(walrus)
print([y := 1, y + 1, (y := y + 5)], y)
values = [last := v * 2 for v in range(3)]
print(values, last)
x = 5
x = (x, x := 6, x)
print(x)
del values[0], box["k1"]
print(values, box)
(g) = 3
[h] = (4,)
print(g, h)
