import collections
c=collections.Counter({'a':10**12})
print(len(list(c.elements())))
