s = '1' * 2_000_000 + 'j'
while True:
    complex(s)
