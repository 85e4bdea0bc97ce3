"""An assignment to an attribute."""
x = 3
x.real = 4
