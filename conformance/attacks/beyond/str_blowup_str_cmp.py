a='a'*10**7
b='a'*10**7
while a==b: pass
