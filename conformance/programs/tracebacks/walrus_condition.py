"""A walrus inside of a condition."""
if (n := len(3)) > 2:
    pass
