x='\x00'*10**7
print(len(repr(x)))
print(len(repr([x]*100)))
