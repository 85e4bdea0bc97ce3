"""A value that cannot be iterated."""
print(*3)
