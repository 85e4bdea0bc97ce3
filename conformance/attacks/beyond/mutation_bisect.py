import bisect
class T:
    def __lt__(s,o): h.clear(); return True
for f in (lambda: bisect.bisect(h,T()), lambda: bisect.insort(h,T()),lambda: bisect.bisect_left(h,T()), lambda: bisect.insort_left(h,T())):
    h=[T() for i in range(100)]
    try: print(f())
    except (RuntimeError,IndexError) as e: print(type(e).__name__, e)
