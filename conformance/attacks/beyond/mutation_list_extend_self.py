a=[1,2,3]
a.extend(a)
print(len(a))
a.extend(iter(a))
