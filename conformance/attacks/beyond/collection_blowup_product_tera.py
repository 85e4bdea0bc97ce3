import itertools
print(sum(1 for _ in itertools.product(range(10**4),repeat=3)))
