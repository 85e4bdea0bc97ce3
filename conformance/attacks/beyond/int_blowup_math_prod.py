import math
print(math.prod(range(1,10**7)).bit_length())
