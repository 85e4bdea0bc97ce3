import itertools,heapq
heapq.nlargest(3,itertools.repeat(1))
