ops = [lambda: 'a'.ljust(10**11), lambda: 'a'.zfill(10**11)]
print(len(('\t'*10**5).expandtabs(10**5)))
