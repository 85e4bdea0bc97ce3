import itertools,heapq
for x in heapq.merge(itertools.repeat(1),itertools.repeat(1)): pass
