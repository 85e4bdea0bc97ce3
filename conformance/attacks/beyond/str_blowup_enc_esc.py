x='\u1234'*10**6
print(len(x.encode('ascii','xmlcharrefreplace')))
print(len(x.encode('ascii','backslashreplace')))
print(len(x.encode('ascii','namereplace')))
