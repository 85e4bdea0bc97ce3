# A module without a docstring or annotations.
print(__doc__)
try:
    print(__annotations__)
except NameError as e:
    print(e)


def f():
    local: int = 1
    return local


print(f())
