x=(1<<10**7)-1
while True: x.to_bytes(2*10**6,'big')
