x='a'*10**6
y='b'+'a'*5*10**5
while True: x.rfind(y)
