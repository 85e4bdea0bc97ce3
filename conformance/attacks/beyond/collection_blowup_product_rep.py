import itertools
itertools.product(range(10),repeat=10**9)
