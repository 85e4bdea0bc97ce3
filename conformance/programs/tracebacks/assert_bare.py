values = []
assert values and values[0]
