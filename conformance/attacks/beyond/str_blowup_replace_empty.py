print(len(('a'*10**6).replace('','b'*10**4)))
