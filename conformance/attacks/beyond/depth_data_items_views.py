d = {}
for i in range(20_000):
    d = {1: d.items()}
e = d
d = {}
for i in range(20_000):
    d = {1: d.items()}
try:
    d == e
except RecursionError:
    print('rec')
try:
    d.items() == e.items()
except RecursionError:
    print('rec')
