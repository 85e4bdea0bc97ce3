import math
class F:
    def __float__(s): a.clear(); return 1.0
a=[F() for i in range(50)]
print(math.hypot(*a))
a=[F() for i in range(50)]
try: print(math.dist(a,a))
except ValueError as e: print(e)
a=[F() for i in range(50)]
print(math.fsum(a))
