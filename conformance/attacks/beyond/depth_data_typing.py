import typing
x=int
for i in range(10**5): x=typing.List[x]
try: repr(x)
except RecursionError: print('rec')
x=list
for i in range(10**5): x=list[x]
try: repr(x)
except RecursionError: print('rec')
try: hash(x)
except RecursionError: print('rec')
try: x==list[list]
except RecursionError: print('rec')
