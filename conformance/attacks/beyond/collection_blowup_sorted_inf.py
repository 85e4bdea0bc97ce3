import itertools
sorted(itertools.count())
