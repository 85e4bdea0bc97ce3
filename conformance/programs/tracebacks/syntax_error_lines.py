# A place over several lines is marked to the end of the first.
try:
    raise SyntaxError("over lines", (None, 3, 5, "first line here\nsecond", 4, 3))
except SyntaxError as e:
    raise IndentationError("deep", ("x", 1, 2, "\t  y = 1\n", 1, 9)) from e
