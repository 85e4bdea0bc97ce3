import heapq
class T:
    def __lt__(s,o): h.clear(); return True
for f in (lambda: heapq.heapify(h), lambda: heapq.heappush(h,T()), lambda: heapq.heappop(h), lambda: heapq.heapreplace(h,T()), lambda: heapq.heappushpop(h,T()), lambda: heapq.nlargest(3,h), lambda: heapq.nsmallest(3,h), lambda: list(heapq.merge(h,h))):
    h=[T() for i in range(100)]
    try: f(); print('ok')
    except (RuntimeError,IndexError) as e: print(type(e).__name__, e)
