import copy
x=[list(range(1000)) for i in range(1000)]
while True: x=copy.deepcopy(x)
