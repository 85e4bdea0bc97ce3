"""The suggestion is part of the report, not of the exception."""
value = 1
try:
    print(valeu)
except NameError as e:
    print(str(e), e.args, e.name)
try:
    [].appendd
except AttributeError as e:
    print(str(e), e.args, e.name)
e = AttributeError("x")
print(e.name, e.obj)
e = AttributeError("x", name="n", obj=3)
print(e.name, e.obj)
e.name = "m"
print(e.name, e.obj)
e = NameError("x", name="n")
print(e.name)
