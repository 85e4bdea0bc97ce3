import functools
class K:
    def __init__(s,v): s.v=v
    def __hash__(s): return 1
    def __eq__(s,o): f.cache_clear(); return s.v==o.v
@functools.lru_cache(maxsize=3)
def f(k): return k.v
for i in range(50): f(K(i%5))
print(f.cache_info().currsize<=3)
