a={i:i for i in range(10**5)}
for i in range(10**5-1): del a[i]
while True: next(iter(a))
