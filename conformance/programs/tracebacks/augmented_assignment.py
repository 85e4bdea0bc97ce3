"""An augmented assignment."""
x = [1]
x[0] += "a"
