import itertools
''.join(itertools.repeat('a'))
