print(len('a'.zfill(10**11)))
