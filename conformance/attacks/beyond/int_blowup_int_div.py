x=(1<<2*10**7)-1
y=(1<<10**7)-3
for i in range(100): z=x//y
print(1)
