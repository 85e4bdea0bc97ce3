print(len(b'a'.center(10**11)))
