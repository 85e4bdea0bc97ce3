import functools
p=print
for i in range(10**5): p=functools.partial(p,1)
try: p()
except RecursionError: print('rec')
