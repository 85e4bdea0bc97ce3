print = 1
a__roles__ = 2
breakpoint()
exec("x")
def f():
    nonlocal a
