"""itertools: each tool, finite and endless, its forms, its text and its errors."""
import itertools as it
from itertools import chain, count, cycle, islice, repeat


def show(make):
    try:
        result = make()
        return result if isinstance(result, (list, tuple, str, int)) else list(islice(result, 12))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


print(show(lambda: count()), show(lambda: count(5, -2)), show(lambda: count(0.5, 0.25)), show(lambda: count(step=3)))
print(count(3), count(1, 2), repr(count(2.5)), show(lambda: count("a")))
print(show(lambda: cycle("abc")), show(lambda: cycle([])), show(lambda: repeat(7, 3)), show(lambda: repeat("x")))
print(repeat(1), repeat(1, 4), show(lambda: repeat(1, -2)), show(lambda: repeat(1, times=2)), repeat(2, 5).__length_hint__())
print(show(lambda: it.accumulate([1, 2, 3, 4])), show(lambda: it.accumulate([1, 2, 3], lambda a, b: a * b)),
      show(lambda: it.accumulate([1, 2], initial=10)), show(lambda: it.accumulate([], initial=1)), show(lambda: it.accumulate([])),
      show(lambda: it.accumulate("abc")), show(lambda: it.accumulate([1, "a"])))
print(show(lambda: chain("ab", [1], ())), show(lambda: chain()), show(lambda: chain.from_iterable(["ab", [1, 2]])),
      show(lambda: chain([1], 2)))
print(show(lambda: it.compress("abcdef", [1, 0, 1, 0, 1, 1])), show(lambda: it.compress("abc", [])))
print(show(lambda: it.dropwhile(lambda x: x < 3, [1, 2, 3, 1, 5])), show(lambda: it.takewhile(lambda x: x < 3, [1, 2, 3, 1])),
      show(lambda: it.filterfalse(lambda x: x % 2, range(8))), show(lambda: it.filterfalse(None, [0, 1, "", "a"])))
print(show(lambda: it.starmap(pow, [(2, 3), [3, 2], (10, 0)])), show(lambda: it.starmap(pow, [1])))
print(show(lambda: it.pairwise("abcd")), show(lambda: it.pairwise("a")), show(lambda: it.pairwise([])))
for args in ((3,), (0,), (None,), (1, 4), (2, None), (1, None, 2), (0, 8, 3), (5, 2), (None, 3), (1, 9, None)):
    print(args, show(lambda: islice("abcdefghij", *args)))
for args in ((-1,), ("x",), (1, -2), (1, 2, 0), (1.5,), (1, 2, -1), ()):
    print(args, show(lambda: islice("abc", *args)))
source = iter(range(10))
print(list(islice(source, 2, 6, 2)), next(source))
print(show(lambda: it.zip_longest("ab", [1, 2, 3], fillvalue="-")), show(lambda: it.zip_longest("a", "bcd")), show(lambda: it.zip_longest()),
      show(lambda: it.zip_longest("a", x=1)), show(lambda: it.zip_longest(1)))
a, b, c = it.tee(iter("wxyz"), 3)
print(next(a), next(a), next(b), list(a), list(b), list(c), it.tee("a", 0), show(lambda: it.tee("a", -1)))
print([(k, list(g)) for k, g in it.groupby("aabbbca")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
groups = it.groupby("aabb")
first = next(groups)
second = next(groups)
print(first[0], list(first[1]), second[0], list(second[1]), list(groups))
print([k for k, g in it.groupby([])], show(lambda: it.groupby(3)))
print(show(lambda: it.product("ab", [1, 2])), show(lambda: it.product([0, 1], repeat=2)), show(lambda: it.product()),
      show(lambda: it.product("ab", [])), show(lambda: it.product("ab", repeat=0)), show(lambda: it.product("ab", repeat=-1)))
for r in (None, 0, 1, 2, 3, 4):
    print(r, show(lambda: it.permutations("abc", r)))
for r in (0, 1, 2, 3, 4):
    print(r, show(lambda: it.combinations("abc", r)), show(lambda: it.combinations_with_replacement("abc", r)))
print(show(lambda: it.combinations("abc", -1)), show(lambda: it.permutations("abc", -1)), show(lambda: it.combinations("abc", "x")))
for n in range(6):
    print(n, len(list(it.permutations(range(n)))), len(list(it.combinations(range(n + 3), 3))), len(list(it.product(range(n), repeat=3))))
print(sum(it.starmap(lambda a, b: a * b, it.product(range(20), range(20)))), max(it.accumulate(range(100))))
done = iter(it.chain([1]))
print(next(done), next(done, "end"), next(done, "still"), iter(done) is done)
print(type(count()).__name__, type(it.tee("a")[0]).__name__, isinstance(chain(), chain))
