x=iter([1])
for i in range(10**5): x=filter(None,x)
try: print(next(x))
except RecursionError: print('rec')
