def g(x): yield from x
x=iter([1])
for i in range(10**5): x=g(x)
try: print(next(x))
except RecursionError: print('rec')
