"""list: making, growing, finding, slices, operators, comparison, and what each method refuses."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def heading(text):
    print("--", text)


heading("construction")
print(list(), list([1, 2]), list("abc"), list((1, 2)), list({3: 4}), list(range(4)), list(x * x for x in range(4)))
attempt(list, 1)
attempt(list, 1, 2)
attempt(list, x=1)

heading("growing")
a = []
for i in range(40):
    a.append(i)
print(a, len(a))
a.extend([100, 101])
a.extend(a[:3])
a.extend("xy")
a.extend(x for x in (7, 8))
a.extend({9: 0})
print(a[38:], len(a))
b = [1, 2]
b.extend(b)
b += b
b += "z"
b *= 2
print(b)
attempt(b.extend, 5)
attempt(b.append)
attempt(b.append, 1, 2)

heading("insert")
a = [0, 1, 2]
for at in (0, 1, -1, 3, 100, -100, True):
    a.insert(at, "i" + str(at))
    print(a)
attempt(a.insert, "x", 1)
attempt(a.insert, 1)
attempt(a.insert, 10**30, "end")
attempt(a.insert, -10**30, "front")
print(a)

heading("pop, remove, clear")
a = list(range(10))
print(a.pop(), a.pop(0), a.pop(-2), a.pop(3), a)
attempt(a.pop, 100)
attempt(a.pop, -100)
attempt(a.pop, "x")
attempt(a.pop, 10**30)
attempt([].pop)
a.remove(2)
a.remove(5.0)
print(a)
attempt(a.remove, 99)
a.clear()
print(a)
attempt(a.clear, 1)

heading("finding")
a = [1, 2, 3, 2, 1, None, "x", 2.0, True]
print(a.index(2), a.index(2, 2), a.index(2, -3), a.index("x"), a.count(1), a.count(2), a.count("y"))
print(2 in a, 9 in a, None in a, "x" in a, 2.0 in a)
attempt(a.index, 9)
attempt(a.index, 2, 4, 6)
attempt(a.index, "quoted")
attempt(a.index, 1, "a")
nan = float("nan")
print(nan in [nan], [nan].index(nan), [nan] == [nan])

heading("reading by index")
a = [10, 20, 30]
print(a[0], a[-1], a[True], a[-3])
for key in (3, -4, 10**30, -10**30, "a", 1.0, None, (1, 2)):
    attempt(lambda: a[key])

heading("writing by index")
a[0] = "first"
a[-1] = "last"
print(a)


def store(key, value):
    a[key] = value


def delete(key):
    del a[key]


for key in (3, -4, 10**30, "a", 1.5):
    attempt(store, key, 0)
    attempt(delete, key)
del a[1]
del a[-1]
print(a)

heading("reading slices")
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[::2], a[::-1], a[8:2:-2], a[-3:], a[:-3], a[100:], a[-100:3], a[5:2])
print(a[1:9:3], a[::100], a[::-100], a[10**30:], a[-10**30:2], a[2:10**30])
attempt(lambda: a[::0])
attempt(lambda: a["a":])
attempt(lambda: a[:1.5])

heading("writing slices")
a = list(range(6))
a[1:3] = ["x"]
print(a)
a[1:1] = [7, 8, 9]
print(a)
a[:0] = "ab"
a[len(a):] = (1, 2)
print(a)
a[4:2] = ["between"]
print(a)
a[::2] = range(len(a[::2]))
print(a)
a[::-3] = ["p"] * len(a[::-3])
print(a)
a[2:5] = a
print(a)
a[:] = []
print(a)
a[5:10] = [1, 2, 3]
print(a)
attempt(store, slice(None, None, 2), [1])
attempt(store, slice(0, 1), 5)
attempt(store, slice(None, None, 2), 5)
attempt(store, slice(None, None, 0), [5])
attempt(store, slice(3, 0, -1), [1, 2, 3, 4])

heading("deleting slices")
for key in (slice(2, 5), slice(None, None, 2), slice(None, None, -3), slice(8, 1, -2), slice(5, 2), slice(None)):
    a = list(range(12))
    del a[key]
    print(key, a)

heading("operators")
print([1] + [2, 3], [1, 2] * 3, 3 * [1, 2], [1] * 0, [1] * -5, [] * 10, [[]] * 2, True * [4])
attempt(lambda: [1] + (2,))
attempt(lambda: [1] + 2)
attempt(lambda: (1,) + [2])
attempt(lambda: [1] * "x")
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] - [1])
shared = [[]] * 3
shared[0].append(1)
print(shared)

heading("comparison")
print([1, 2] == [1, 2], [1, 2] == (1, 2), [1, 2] != [1, 3], [1] == [1.0], [] == [], [1, [2]] == [1, [2.0]])
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 9, 9], [] < [0], [1, 2] <= [1, 2], [1, 2] >= [1, 2, 3])
attempt(lambda: [1] < (2,))
attempt(lambda: [1, "a"] < [1, 2])
attempt(lambda: [1] < 5)
print([1, "a"] < [2, 2], [1] == 1, [1] != None)

heading("copies")
a = [1, [2, 3]]
b, c, d = a.copy(), a[:], list(a)
print(b == a, b is a, b[1] is a[1], c is a, d is a)
a.reverse()
print(a, b)

heading("truth, hash, repr")
print(bool([]), bool([0]), len([None, None]))
attempt(hash, [])
a = [1]
a.append(a)
print(a, [[], [[]], ()], ["it's", 'say "x"', "\n"])
print(str([1.0, 2, "x", None, True]))

heading("classes derived from list")


class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __len__(self):
        return 100 + super().__len__()


s = Stack([1, 2]).push(3)
print(s, len(s), s[0], s[1:], s == [1, 2, 3], isinstance(s, list), type(s[:]) is list, s + [4])
s.sort(reverse=True)
print(s, list(s), [x for x in s], sum(s), 2 in s)


class Named(list):
    def __init__(self, name, *items):
        super().__init__(items)
        self.name = name


n = Named("n", 3, 4)
print(n, n.name, len(n))
