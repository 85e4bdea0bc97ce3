def g(x):
    try: yield from x
    finally: pass
def z():
    yield 1
    yield 2
x=z()
for i in range(150): x=g(x)
print(next(x))
x.close()
print('closed')
