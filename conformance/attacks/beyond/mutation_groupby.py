import itertools
class K:
    def __eq__(s,o): next(g,None); return True
g=itertools.groupby(range(100),key=lambda x:K())
for k,v in g: print(len(list(v)))
