"""An assert whose message is an expression."""
x = 3
assert x == 4, ("expected", 4, x)
