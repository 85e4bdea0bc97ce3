x='\u1234'*10**6
for i in range(10**6): x[-i]
