# Native objects without a __repr__ of their own have object's; only what stands before the address is compared.
import itertools

made = (
    itertools.chain(),
    itertools.product([1]),
    itertools.islice([1], 1),
    itertools.cycle([1]),
    itertools.groupby([1]),
    itertools.zip_longest([1]),
    itertools.pairwise([1]),
    itertools.permutations([1]),
    itertools.compress([1], [1]),
    itertools.tee([1])[0],
)
for value in made:
    print(repr(value).split(" object")[0], str(value).split(" object")[0], f"{value}".split(" object")[0])
    print(repr([value]).split(" object")[0], ("%r" % value).split(" object")[0])
print(itertools.count(3), itertools.repeat(1, 2))
