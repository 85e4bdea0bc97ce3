a=bytearray()
for i in range(10**7): a.insert(0,1)
