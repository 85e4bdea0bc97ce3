import math
x=1<<10**7
for i in range(100): math.isqrt(x)
print(1)
