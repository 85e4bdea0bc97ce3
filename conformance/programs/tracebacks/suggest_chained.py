"""Each exception of a chain has its own suggestion."""
total = 1
try:
    totl
except NameError:
    [].apend(1)
