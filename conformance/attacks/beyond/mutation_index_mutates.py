class I:
    def __init__(s, n): s.n=n
    def __index__(s):
        a.clear(); return s.n
a=list(range(100))
for f in (lambda: a[I(5)], lambda: a.__setitem__(I(5),1), lambda: a.pop(I(3)), lambda: a.insert(I(50),1), lambda: a[I(2):I(50)], lambda: a.__delitem__(slice(I(1),I(60),I(2))), lambda: a.__setitem__(slice(I(1),I(60)), [1,2]), lambda: a.index(5,I(1),I(40)), lambda: a*I(3), lambda: a.__setitem__(slice(I(0),I(60),I(2)), list(range(30)))):
    a=list(range(100))
    try: print(f())
    except (IndexError, ValueError) as e: print(type(e).__name__, e)
print(len(a))
