import itertools
bytes(itertools.repeat(1))
