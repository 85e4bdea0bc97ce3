x=1<<10**7
y=1<<10**7
while x==y: pass
