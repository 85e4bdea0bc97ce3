import itertools
x=itertools.tee(iter(range(10)),10**9)
