x=1
for i in range(10**7): x<<=1000
