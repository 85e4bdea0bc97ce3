b = b'ab' * 2_000_000
while True:
    b.isascii()
