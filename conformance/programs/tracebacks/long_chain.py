# Every link of a long chain is printed.
error = None
for i in range(90):
    new = ValueError(i)
    new.__cause__ = error
    error = new
raise error
