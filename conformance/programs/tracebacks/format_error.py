"""A format specification that fails inside an f-string."""
width = "wide"
print(f"{3:{width}}")
