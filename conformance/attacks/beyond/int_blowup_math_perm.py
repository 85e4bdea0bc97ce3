import math
print(math.perm(10**9,10**8).bit_length())
