table = [3, 0, 1]
check = lambda v: 10 // v
print({v: check(v) for v in table})
