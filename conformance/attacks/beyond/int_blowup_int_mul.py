x=(1<<10**7)-1
for i in range(100): y=x*x
print(1)
