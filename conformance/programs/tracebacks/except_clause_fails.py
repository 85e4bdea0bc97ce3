"""A clause that is no exception class."""
try:
    1 / 0
except "text":
    pass
