import abc
class A(abc.ABC):
    @classmethod
    def __subclasshook__(c,o): return issubclass(o,c)
try: issubclass(int,A)
except RecursionError: print('rec')
