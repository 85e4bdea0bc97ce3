import re
def f(m):
    return re.sub('a',f,m.string)
try: re.sub('a',f,'aaa')
except RecursionError: print('rec')
