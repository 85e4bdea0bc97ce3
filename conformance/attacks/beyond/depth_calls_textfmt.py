import string
class F(string.Formatter):
    def get_value(s,k,a,kw): return s
    def format_field(s,v,f): return s.format('{0}')
try: F().format('{0}')
except RecursionError: print('rec')
