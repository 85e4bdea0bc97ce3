"""Assignment in all its forms, loops with else, conditions, chained comparison, del, match, the order of evaluation."""
a = b = c = [1]
b.append(2)
print(a, a is c)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, (q, *r), s) = [1, (2, 3, 4), 5]
print(p, q, r, s)
[m, n] = "mn"
first, *middle, last = range(6)
*init, tail = "xyz"
print(m, n, first, middle, last, init, tail)

order = []


def note(value):
    order.append(value)
    return value


box = [0, 0, 0]
box[note(1)] = note(2)
note(3) + note(4) * note(5)
note(6) < note(7) < note(5) < note(8)
{note("k"): note("v")}
note(0) and note("skipped")
note(0) or note("taken")
note("yes") if note(True) else note("no")
[note(i) for i in (10, 11)]
print(order, box)

n = 5
n += 3
n -= 1
n *= 2
n //= 3
n **= 2
n %= 7
n <<= 3
n |= 1
n &= 0xF
n ^= 6
n >>= 1
print(n)
f = 7
f /= 2
print(f)
items = [1, 2]
same = items
items += [3]
items *= 2
print(same, items is same)
t = (1,)
old = t
t += (2,)
print(t, old)
grid = [[0] * 3 for _ in range(2)]
grid[1][2] += 5
print(grid)
d = {"a": [1]}
d["a"] += [2]
d["n"] = d.get("n", 0) + 1
print(d)

for i in range(3):
    if i == 5:
        break
else:
    print("no break")
while n:
    n -= 1
    if n == 0:
        break
else:
    print("never")
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
for key in {"x": 1, "y": 2}:
    print(key)
for ch in "ab":
    for num in (1, 2):
        if num == 2:
            continue
        print(ch, num)

print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 != 1, not 1 == 2, 1 in [1] in [[1]])
print(None is None, [] is not [], not [], not "a", 1 and 2, 0 or "" or [], 0 and 1)
print(1 if [] else 2, type((lambda: (yield))()).__name__)

lst = list(range(10))
del lst[0], lst[-1]
del lst[1:3]
del lst[::2]
print(lst)
lst[1:2] = "abc"
lst[::2] = [0] * len(lst[::2])
print(lst)
dd = {"a": 1, "b": 2}
del dd["a"]
print(dd)

if (size := len(lst)) > 3:
    print("big", size)
print([y := 1, y + 1], y)
while (n := n + 1) < 3:
    print("walrus", n)


def kind(value):
    match value:
        case None:
            return "none"
        case True | False:
            return "bool"
        case int() as number if number > 100:
            return f"large {number}"
        case int(number):
            return f"int {number}"
        case "a" | "b":
            return "letter"
        case str():
            return "str"
        case []:
            return "empty"
        case [one]:
            return f"one {one}"
        case [one, *rest]:
            return f"first {one}, rest {rest}"
        case {"type": "point", "x": px, **others}:
            return f"point {px} {others}"
        case {}:
            return "mapping"
        case _:
            return "other"


for value in [None, True, 5, 500, "a", "zzz", [], [1], (1, 2, 3), {"type": "point", "x": 1, "y": 2}, {"q": 1}, 2.5]:
    print(kind(value))


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def where(point):
    match point:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Point(x, 0):
            return f"on the x axis at {x}"
        case Point(x, y) if x == y:
            return "diagonal"
        case (Point(), Point()) as pair:
            return f"pair of {len(pair)}"
        case Point():
            return "somewhere"


print([where(Point(*xy)) for xy in [(0, 0), (0, 3), (4, 0), (2, 2), (1, 2)]], where([Point(1, 2), Point(3, 4)]), where(5))
pass
...
"just a string"
1; 2; print("semicolons");  print("end")
