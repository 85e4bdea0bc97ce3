x='1'*10**7
try: int(x)
except ValueError as e: print(len(str(e))<200)
try: int('1'*10**6,7)
except ValueError as e: print(len(str(e))<200)
print(int('f'*10**6,16).bit_length())
print(int('_'.join('1'*10**6),2).bit_length())
