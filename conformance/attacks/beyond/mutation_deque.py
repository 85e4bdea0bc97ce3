import collections
class T:
    def __eq__(s,o): d.clear(); return False
    def __lt__(s,o): d.clear(); return False
for f in (lambda: d.index(1), lambda: d.count(1), lambda: d.remove(1), lambda: 1 in d, lambda: d==collections.deque([2]*10), lambda: d<collections.deque([2]*10)):
    d=collections.deque(T() for i in range(10))
    try: print(f())
    except (RuntimeError,IndexError,ValueError) as e: print(type(e).__name__, e)
d=collections.deque(maxlen=10**6)
d.extend(range(10**7))
print(len(d))
