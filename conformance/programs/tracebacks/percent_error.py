"""Percent formatting with too few values."""
print("%s and %s" % ("one",))
