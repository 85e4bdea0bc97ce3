import itertools
for x in itertools.accumulate(itertools.repeat('a'*1000)): pass
