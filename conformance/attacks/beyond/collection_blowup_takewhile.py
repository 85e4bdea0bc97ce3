import itertools
list(itertools.takewhile(lambda x:True,itertools.count()))
