"""A deleted module variable is no candidate any more."""
number = 1
numbers = 2
del numbers
print(numbers)
