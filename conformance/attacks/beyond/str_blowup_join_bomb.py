print(len(('x'*10**6).join(['']*10**5)))
