x=bytes(10**7)
while True: int.from_bytes(x+b'a','big')
