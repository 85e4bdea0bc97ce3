import functools
def c(a,b):
    x.clear(); return -1
x=list(range(100))
try: x.sort(key=functools.cmp_to_key(c))
except ValueError as e: print(e)
print(sorted(range(50),key=functools.cmp_to_key(lambda a,b:-1))[:3])
