"""id() gives running numbers, in the order in which a program asks.

cause: an address would differ from run to run and tell about the host's memory.
workaround: none is needed; compare with `is`.
"""
a, b = [], []
print(id(a) == 1, id(b) == 2, id(a) == id(a), id(a) == id(b))
