x='a'*10**6
y='a'*5*10**5+'b'
while True: y in x
