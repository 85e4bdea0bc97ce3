import abc
C = abc.ABCMeta('a' * 15_000_000, (Exception,), {})
raise C('x')
