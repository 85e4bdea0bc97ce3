import math
print(math.lcm(*range(1,100000)).bit_length())
