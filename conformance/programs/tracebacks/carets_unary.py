"""A unary operator."""
x = 1 + -"a"
