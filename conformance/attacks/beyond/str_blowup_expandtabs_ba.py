print(len(bytearray(b'\t'*10**5).expandtabs(10**5)))
