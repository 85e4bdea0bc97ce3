"""The variable of a comprehension is a candidate inside it."""
print([numbr for number in [1]])
