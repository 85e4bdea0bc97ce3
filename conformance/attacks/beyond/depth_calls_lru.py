import functools
@functools.lru_cache(None)
def f(n): return f(n+1)
try: f(0)
except RecursionError: print('rec')
@functools.lru_cache(maxsize=None)
def g(n): return 'x'*1000+str(n)
for i in range(10**7): g(i)
