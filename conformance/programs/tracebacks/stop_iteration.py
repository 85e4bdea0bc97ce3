"""next() of an empty iterator."""
next(iter([]))
