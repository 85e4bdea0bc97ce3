import collections
d=collections.defaultdict(lambda: d['x'])
try: d['x']
except RecursionError: print('rec')
