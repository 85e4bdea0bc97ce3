import itertools
a=[]
a[:]=itertools.repeat(1)
