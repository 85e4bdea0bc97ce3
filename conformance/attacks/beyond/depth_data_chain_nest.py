import itertools
x=iter(range(10))
for i in range(10**5): x=itertools.chain(x)
try: print(next(x))
except RecursionError: print('rec')
