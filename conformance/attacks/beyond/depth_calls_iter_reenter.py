class I:
    def __iter__(s): return s
    def __next__(s):
        return list(s)
try: list(I())
except RecursionError: print('rec')
