class D:
    def __set_name__(s,o,n):
        for i in range(100): setattr(o,'x%d'%i,1)
class A:
    a=D(); b=D()
print(A.x99)
