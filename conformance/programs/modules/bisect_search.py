# bisect: where an item belongs in a sorted sequence, and putting it there.
import bisect


def show(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


print("# every small sequence")
for items in [[], [1], [1, 1], [1, 2], [1, 2, 2, 2, 3], [1, 3, 5, 7, 9, 11], (2, 4, 6), "aceg", range(0, 20, 3)]:
    for x in ("a", "b", "z") if isinstance(items, str) else (0, 1, 2, 2.5, 3, 12):
        print(items, x, bisect.bisect_left(items, x), bisect.bisect_right(items, x), bisect.bisect(items, x))

print("# lo and hi")
numbers = [1, 2, 3, 3, 3, 4, 5]
for low in range(0, 9, 2):
    for high in (0, 3, 5, 7, None, -1):
        show(f"{low} {high}", bisect.bisect_left, numbers, 3, low, high)
show("keywords", bisect.bisect_right, a=numbers, x=3, lo=1, hi=4)
show("negative", bisect.bisect, numbers, 3, -1)
show("beyond", bisect.bisect, numbers, 9, 0, 100)
show("type", bisect.bisect, numbers, 3, "x")
show("type", bisect.bisect, numbers, 3, 0, "x")
show("type", bisect.bisect, numbers, 3, 1.5)
show("large", bisect.bisect, numbers, 3, 1 << 70)

print("# key")
words = ["a", "bb", "ccc", "dddd"]
show("left", bisect.bisect_left, words, 3, key=len)
show("right", bisect.bisect_right, words, 3, key=len)
bisect.insort(words, "xx", key=len)
bisect.insort_left(words, "yy", key=len)
print(words)
show("not callable", bisect.bisect, words, 3, key=5)

print("# insort")
out = []
for n in [5, 2, 8, 2, 9, 1, 2.0, True]:
    bisect.insort(out, n)
print(out)
out = []
for n in [5, 2, 8, 2, 9, 1, 2.0, True]:
    bisect.insort_left(out, n)
print(out)


class Spy(list):
    def insert(self, index, item):
        print("insert", index, item)
        super().insert(index, item)


spy = Spy([1, 3])
bisect.insort(spy, 2)
print(spy)
print(bisect.insort is bisect.insort_right, bisect.bisect is bisect.bisect_right)

print("# errors")
show("compare", bisect.bisect, [1, 2], "x")
show("compare", bisect.bisect_left, [1, 2], "x")
show("no sequence", bisect.bisect, 5, 1)
show("tuple", bisect.insort, (1, 2), 1)
show("none", bisect.bisect)
show("one", bisect.bisect_left, [])
show("unknown", bisect.bisect, [], 1, step=2)
show("many", bisect.insort, [], 1, 0, 1, None)
