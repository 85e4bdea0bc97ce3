f=len
for i in range(10**5): f=staticmethod(f)
try: print(f([]))
except RecursionError: print('rec')
f=len
for i in range(10**5): f=classmethod(f)
class A: pass
A.f=f
try: A.f()
except (RecursionError,TypeError) as e: print(type(e).__name__)
