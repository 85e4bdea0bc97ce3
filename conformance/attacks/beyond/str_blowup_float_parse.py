x='1'*10**7
print(float(x))
print(float('0.'+'0'*10**6+'1'))
print(float('1e'+'9'*10**6))
try: float('1'*10**6+'x')
except ValueError as e: print(len(str(e)))
