class A:
    def __init_subclass__(c):
        class B(c): pass
try:
    class C(A): pass
except RecursionError: print('rec')
