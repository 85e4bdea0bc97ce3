import math
x=(1<<10**6)-1
y=(1<<999999)-3
for i in range(100): z=math.gcd(x,y)
print(1)
