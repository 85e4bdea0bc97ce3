import collections
class K:
    def __init__(s,v): s.v=v
    def __hash__(s): return 1
    def __eq__(s,o): d.clear(); return s.v==o.v
d=collections.OrderedDict()
for i in range(5): d[K(i)]=i
try:
    d.move_to_end(K(3))
except KeyError: print('k')
print(len(d))
for i in range(5): d[i]=i
for k in d:
    try: d.move_to_end(k)
    except Exception as e: print(type(e)); break
    break
