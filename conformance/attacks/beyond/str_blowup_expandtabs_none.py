s = 'ab' * 2_000_000
while True:
    s.expandtabs()
