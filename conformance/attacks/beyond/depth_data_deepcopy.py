import copy
x=[]
for i in range(10**5): x=[x]
try: copy.deepcopy(x)
except RecursionError: print('rec')
x=[]
x.append(x)
y=copy.deepcopy(x)
print(y[0] is y)
class D:
    def __deepcopy__(s,m): return copy.deepcopy(s,m)
try: copy.deepcopy(D())
except RecursionError: print('rec')
x=[[]]
for i in range(60): x=[x,x]
y=copy.deepcopy(x)
print('ok')
