import collections
N=collections.namedtuple('N',['f%d'%i for i in range(10**5)])
