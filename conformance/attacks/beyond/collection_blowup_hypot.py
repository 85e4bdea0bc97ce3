import math
a = [1.0] * 1_500_000
math.hypot(*a)
