"""A two-letter operator."""
x = 3
y = x // "a" + 1
