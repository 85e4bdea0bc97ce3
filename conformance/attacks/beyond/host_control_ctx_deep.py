import contextlib
with contextlib.ExitStack() as s:
    for i in range(10**5): s.callback(lambda: None)
print('ok')
