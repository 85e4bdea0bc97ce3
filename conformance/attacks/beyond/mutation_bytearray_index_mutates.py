class I:
    def __init__(s, n): s.n=n
    def __index__(s):
        a.clear(); return s.n
for f in (lambda: a[I(5)], lambda: a.__setitem__(I(5),1), lambda: a.__setitem__(5,I(1)), lambda: a.pop(I(3)), lambda: a.insert(I(50),1),lambda: a.insert(50,I(1)), lambda: a.append(I(1)), lambda: a[I(2):I(50)], lambda: a.__delitem__(slice(I(1),I(60),I(2))), lambda: a.__setitem__(slice(I(1),I(60)), b'ab'), lambda: a.find(b'a',I(1),I(40)), lambda: a.find(I(1)), lambda: a.count(I(2)), lambda: a.remove(I(7)), lambda: a*I(3), lambda: a.extend([I(1),I(2)]), lambda: a.ljust(I(500)), lambda: a.startswith(b'a', I(2)), lambda: a.replace(b'a',b'b',I(3)), lambda: a.split(b'x',I(2)), lambda: a.__setitem__(slice(I(0),I(60),I(2)), bytes(30)), lambda: a.__contains__(I(7)), lambda: a.translate(None), lambda: a.hex('-',I(2)), lambda: a.expandtabs(I(8)), lambda: a.zfill(I(300))):
    a=bytearray(range(100))
    try: print(f())
    except (IndexError, ValueError, BufferError) as e: print(type(e).__name__, e)
print(len(a))
