"""An unhashable key in a display."""
d = {"a": 1, [1]: 2}
