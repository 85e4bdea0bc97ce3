import itertools
a=[]
a.extend(itertools.repeat(1))
