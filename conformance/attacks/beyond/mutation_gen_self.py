def g():
    try:
        yield 1
        gen.close()
        yield 2
    except ValueError as e: print(e)
    yield 3
gen=g()
for x in gen: print(x)
def h():
    yield 1
    list(gen2)
gen2=h()
try: list(gen2)
except ValueError as e: print(e)
def k():
    try: yield 1
    finally:
        while True: yield 2
z=k(); next(z)
try: z.close()
except RuntimeError as e: print(e)
def m():
    yield from m2
m2=m()
try: next(m2)
except ValueError as e: print(e)
