print(len('a'.ljust(10**11)))
