import enum
E=enum.Enum('E',['f%d'%i for i in range(10**5)])
print(len(E))
