raise ValueError('x'*5*10**7)
