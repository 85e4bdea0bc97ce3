"""range: construction, items, slices, containment, equality, and numbers beyond 64 bits."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(range(5), range(1, 5), range(1, 10, 3), range(0, -5, -2), range(True), repr(range(0, 3, 1)))
for arguments in ((), (1, 2, 3, 4), (1.0,), ("a",), (1, None), (0, 1, 0)):
    attempt(range, *arguments)
attempt(range, stop=5)

bounds = (-7, -3, -1, 0, 1, 2, 5, 8)
lines = []
for start in bounds:
    for stop in bounds:
        for step in (-4, -3, -1, 1, 2, 5):
            r = range(start, stop, step)
            lines.append((len(r), list(r)[:2], list(reversed(r))[:2], bool(r), 2 in r, list(r[1:-1]), r[::-1]))
print(len(lines), lines[::29])
print(sum(hash(str(x)) == hash(str(x)) for x in lines))

r = range(3, 20, 4)
print(r.start, r.stop, r.step, len(r), r[0], r[-1], r[2], r[1:3], r[::-1], r[::2], r[10:], r[-2:])
for key in (5, -6, 10**30, "a", 1.0, None):
    attempt(lambda: r[key])
attempt(lambda: r[::0])
print(7 in r, 8 in r, 7.0 in r, 7.5 in r, "7" in r, None in r, True in range(2), -1 in r, 10**40 in r, 3 + 0j in r)
print(r.index(11), r.count(11), r.count(12), r.index(11.0), r.count(7.0), r.count("x"))
attempt(r.index, 12)
attempt(r.index, "x")

print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(1, 2, 5) == range(1, 2))
print(hash(range(5)) == hash(range(0, 5)), hash(range(3)), hash(range(9, 1, -2)), len({range(0, 3, 2), range(0, 4, 2)}))
attempt(lambda: range(3) < range(4))


def store():
    r[0] = 1


def assign():
    r.start = 5


attempt(store)
try:
    assign()
except AttributeError:
    print("read-only")

huge = range(2**63 - 2, 2**63 + 3)
print(list(huge), len(huge), huge[-1], 2**63 in huge, huge.index(2**63 + 1), list(reversed(huge)), huge[1:3])
vast = range(-(2**70), 2**70, 2**60)
print(vast[0], vast[-1], len(vast), vast[5:7], sum(1 for _ in vast), vast[::-500], 2**61 in vast, 2**61 + 1 in vast)
attempt(len, range(2**65))
print(bool(range(2**65)), range(2**65)[2**64], range(2**65)[-1], range(10**30)[10:20], range(10**30).index(10**29))
attempt(lambda: range(2**65)[2**65])
edge = range(2**63 - 3, 2**63 - 1)
print(list(edge), list(range(-(2**63), -(2**63) + 2)), len(range(-(2**63), 2**63 - 1, 2**62)))
it = iter(range(3))
print(next(it), list(it), list(it), next(it, "end"))
print(list(iter(range(2**64, 2**64 + 2))), [i for i in range(5, 0, -2)], [i for i in range(2**63 - 1, 2**63 + 1)])
