a=[1]
b=[1]
for i in range(100):
    a=[a,a]; b=[b,b]
print(a==b)
