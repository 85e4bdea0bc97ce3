import collections
d=collections.deque([1])
d.extend(d)
print(len(d))
d.extendleft(d)
print(len(d))
d*=10**9
