x=ValueError(1)
for i in range(10**5): x=ExceptionGroup('a',[x])
raise x
