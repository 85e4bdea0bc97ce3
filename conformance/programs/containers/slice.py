"""slice: its attributes and indices(), and every small slice of every small sequence."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2), slice("a", [], ()))
attempt(slice)
attempt(slice, 1, 2, 3, 4)
print(s == slice(1, 10, 2), s == slice(1, 10), slice(1) < slice(2), slice(1, 2) == slice(1, 2, None), s != 5)
attempt(hash, s)
attempt(lambda: slice(1) < 2)


def assign():
    s.start = 2


try:
    assign()
except AttributeError:
    print("read-only")
print(s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(10**30, -10**30, -(10**29)).indices(7))
print(slice(None).indices(2**70), slice(None, None, -1).indices(2**70), slice(-5, -2).indices(10**25))
attempt(s.indices, -1)
attempt(s.indices, "x")
attempt(slice(1, 2, 0).indices, 3)
attempt(slice("a").indices, 3)
attempt(slice(None, None, 1.5).indices, 3)

# Every sequence of up to four items against every combination of these bounds and steps.
bounds = (None, -100, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 100)
steps = (None, -100, -3, -2, -1, 1, 2, 3, 100)
for length in range(5):
    text = "abcd"[:length]
    items = list(text)
    seen = 0
    checks = []
    for start in bounds:
        for stop in bounds:
            for step in steps:
                key = slice(start, stop, step)
                wanted = [items[i] for i in range(*key.indices(length))]
                got = (text[key], items[key], tuple(items)[key], bytes(text, "ascii")[key], list(range(length)[key]))
                right = (
                    got[0] == "".join(wanted)
                    and got[1] == wanted
                    and got[2] == tuple(wanted)
                    and got[3] == "".join(wanted).encode("ascii")
                    and got[4] == ["abcd".index(c) for c in wanted]
                )
                left = list(items)
                del left[key]
                gone = set(range(*key.indices(length)))
                right = right and left == [c for i, c in enumerate(items) if i not in gone]
                replaced = list(items)
                if step in (None, 1):
                    replaced[key] = "XY"
                    first, last, _ = key.indices(length)
                    right = right and replaced == items[:first] + ["X", "Y"] + items[max(first, last):]
                else:
                    replaced[key] = range(len(wanted))
                    right = right and len(replaced) == length and [replaced[i] for i in range(*key.indices(length))] == list(range(len(wanted)))
                seen += right
                checks.append(len(wanted))
    print(length, seen, sum(checks), checks[::97])


class Show:
    def __getitem__(self, key):
        return key


show = Show()
print(show[1], show[1:2], show[::], show[1, 2:3], show[...], show[:, None], show[1:2:3])


class Index:
    def __init__(self, i):
        self.i = i

    def __index__(self):
        return self.i


print("abcdef"[Index(1):Index(-1)], [1, 2, 3][Index(1)], (1, 2)[Index(-1)], range(10)[Index(2):Index(8):Index(3)])
attempt(lambda: [1][Index("x")])
attempt(lambda: [1][Index(5):][0])
