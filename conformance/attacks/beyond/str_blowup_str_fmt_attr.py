class A:
    def __getattr__(s,n): return s
    def __getitem__(s,n): return s
    def __format__(s,f): return 'x'
print(len(('{0'+'.a'*10**6+'}').format(A())))
print(len(('{0'+'[a]'*10**6+'}').format(A())))
