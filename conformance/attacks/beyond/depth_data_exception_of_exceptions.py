e = None
for i in range(100_000):
    e = ValueError(e)
for show in str, repr, '{}'.format, print:
    try:
        show(e)
    except RecursionError:
        print('rec')
g = None
for i in range(100_000):
    g = OSError(1, g)
try:
    str(g)
except RecursionError:
    print('rec')
