import itertools
x=itertools.combinations(range(10**6),5*10**5)
next(x)
for y in x: pass
