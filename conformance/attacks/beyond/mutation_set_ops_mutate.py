class K:
    def __init__(s,v): s.v=v
    def __hash__(s): return 1
    def __eq__(s,o):
        a.clear(); b.clear()
        return False
for op in ('__or__','__and__','__sub__','__xor__','__le__','__ge__','__eq__','isdisjoint','update','intersection_update','difference_update','symmetric_difference_update','union','issubset'):
    a={K(i) for i in ()}; b=set()
    a=set(); b=set()
    xs=[K(i) for i in range(8)]
    for x in xs[:4]: set.add(a,x)
    for x in xs[4:]: set.add(b,x)
    try:
        getattr(a,op)(b)
    except RuntimeError as e: print(op, e)
print('ok')
