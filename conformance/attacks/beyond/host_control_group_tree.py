x=ValueError(1)
for i in range(10): x=ExceptionGroup('a',[x]*15)
raise x
