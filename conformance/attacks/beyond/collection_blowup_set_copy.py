a=set(range(10**5))
while True: a|a
