import functools
@functools.total_ordering
class A:
    def __lt__(s,o): return s>=o
    def __eq__(s,o): return s is o
try: A()>A()
except RecursionError: print('rec')
