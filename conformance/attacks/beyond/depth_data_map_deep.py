x=iter([1])
for i in range(10**5): x=map(abs,x)
try: print(next(x))
except RecursionError: print('rec')
