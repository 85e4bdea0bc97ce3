print(len(str(10**4299)))
try: str(10**5000)
except ValueError as e: print(e)
x=1<<10**7
print(len(hex(x)))
print(len('%x'%x))
try: '%d'%x
except ValueError as e: print(e)
try: f'{x}'
except ValueError as e: print(e)
try: repr(x)
except ValueError as e: print(e)
