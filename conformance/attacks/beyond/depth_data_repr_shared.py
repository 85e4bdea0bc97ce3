a=[1]
for i in range(100): a=[a,a]
print(len(repr(a)))
