import itertools
print(next(itertools.islice(itertools.count(),10**12,None)))
