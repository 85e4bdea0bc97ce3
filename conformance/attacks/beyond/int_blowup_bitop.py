x=1<<10**7
for i in range(10**6): x|1
