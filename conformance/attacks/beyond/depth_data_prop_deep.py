f=property(lambda s:1)
for i in range(10**5): f=property(f)
class A: p=f
try: A().p
except (RecursionError,TypeError) as e: print(type(e).__name__)
