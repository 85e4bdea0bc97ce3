"""Comprehensions inside of comprehensions."""
rows = [[1], [0]]
print({i: [1 / x for x in row] for i, row in enumerate(rows)})
