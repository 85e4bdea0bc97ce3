x=iter([1])
for i in range(10**5): x=enumerate(x)
try: next(x)
except RecursionError: print('rec')
