x=1<<10**7
for i in range(10**5): divmod(x,3)
