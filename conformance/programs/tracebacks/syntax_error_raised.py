"""A SyntaxError raised by the program has only its message."""
raise SyntaxError("not today")
