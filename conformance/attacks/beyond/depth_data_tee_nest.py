import itertools
x=iter(range(10))
for i in range(10**5): x=itertools.tee(x,1)[0]
print(next(x))
