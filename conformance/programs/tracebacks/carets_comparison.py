"""A comparison."""
x = [3 < "a", 2]
