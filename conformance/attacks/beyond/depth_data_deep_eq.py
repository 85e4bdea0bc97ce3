def deep(n):
    x=[]
    for i in range(n): x=[x]
    return x
for f in (lambda: deep(10**5)==deep(10**5), lambda: repr(deep(10**5)), lambda: str(deep(10**5)), lambda: deep(10**5)<deep(10**5), lambda: f'{deep(10**5)}', lambda: '%r'%deep(10**5), lambda: [deep(10**5)].index(deep(10**5)), lambda: deep(10**5) in [deep(10**5)]):
    try: f(); print('no')
    except RecursionError as e: print('rec')
t=()
for i in range(10**5): t=(t,)
try: hash(t)
except RecursionError: print('rec')
s=frozenset()
for i in range(10**5): s=frozenset([s])
try: print(hash(s) is not None)
except RecursionError: print('rec')
