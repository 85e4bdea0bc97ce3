import contextlib
def boom(): raise ValueError
with contextlib.ExitStack() as s:
    for i in range(10**4): s.callback(boom)
