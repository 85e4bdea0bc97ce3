a=[]
for i in range(10**6): a.insert(0,i)
