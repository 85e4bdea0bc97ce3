t=int
for i in range(10**5): t=(t,)
try: isinstance('',t)
except RecursionError: print('rec')
