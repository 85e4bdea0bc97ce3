"""The operator ** between calls."""
y = len("abc") ** str(2)
