class D(dict):
    def __missing__(s,k): return s[k]
try: D()[1]
except RecursionError: print('rec')
