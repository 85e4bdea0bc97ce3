class A: pass
a=A()
for i in range(10**5): setattr(a,'x%d'%i,1)
a.xx
