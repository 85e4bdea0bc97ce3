"""An expression inside of an f-string."""
x = f"value {1 / 0} end"
