import itertools
for y in itertools.permutations(range(10**4)): pass
