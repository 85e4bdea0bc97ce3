import itertools
for x in itertools.product(range(10),repeat=30): pass
