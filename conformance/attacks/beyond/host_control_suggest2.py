class A: pass
a=A()
setattr(a,'y'*10**6,1)
getattr(a,'y'*10**6+'x')
