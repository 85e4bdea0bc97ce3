class D(dict):
    def __missing__(s,k): return '{x}'.format_map(s)
try: '{x}'.format_map(D())
except RecursionError: print('rec')
