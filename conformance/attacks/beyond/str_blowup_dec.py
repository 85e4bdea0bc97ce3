x=b'\xff'*10**7
print(len(x.decode('utf-8','replace')))
print(len(x.decode('utf-8','backslashreplace')))
