"""A generator expression that fails inside sum()."""
data = [1, 0]
print(sum(10 // x for x in data))
