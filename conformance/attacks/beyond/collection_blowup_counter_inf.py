import itertools,collections
collections.Counter(itertools.repeat(1))
