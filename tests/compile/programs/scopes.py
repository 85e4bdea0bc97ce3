x = 'g'
def a():
    try:
        print(x)
    except UnboundLocalError as e:
        print('UL', e)
    x = 1
a()
def b():
    if False:
        y = 1
    try:
        print(y)
    except UnboundLocalError as e:
        print(e)
b()
def c():
    def inner(): return z
    try:
        inner()
    except NameError as e:
        print(e)
    z = 3
    print(inner())
    del z
    try:
        inner()
    except NameError as e: print(type(e).__name__, e)
    try:
        print(z)
    except NameError as e: print(type(e).__name__, e)
c()
class K:
    x = 'k'
    y = x
    l = [i for i in range(3)]
    try:
        m = [x for _ in range(1)]
    except NameError as e:
        print(e)
    def f(self): return x
    lam = lambda self: x
print(K.y, K.l, K.m, K().f(), K().lam())
def d():
    x = 'd'
    class L:
        y = x
        x = 'l'
        z = x
        def g(self): return x
    return L.y, L.z, L().g()
print(d())
def d2():
    x = 'd'
    class L:
        y = x
        def g(self): return x
    return L.y, L().g()
print(d2())
def e():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
        fs.append(lambda i=i: i)
    return [f() for f in fs]
print(e())
def f():
    return [[(i, j) for j in range(i)] for i in range(4)]
print(f())
def g():
    r = [(lambda: (i, j)) for i in range(2) for j in range(2)]
    return [q() for q in r]
print(g())
def h(n):
    if (m := n * 2) > 5:
        return m
    return [y := 1, y + 1, (y := 5) + y, y]
print(h(1), h(4))
def w():
    t = any((last := v) > 2 for v in [1, 2, 3, 4])
    u = [last2 := q for q in range(5)]
    return t, last, u, last2
print(w())
def x1(): 
    global gg
    gg = 5
    def inner():
        return gg
    return inner
print(x1()(), gg)
def outer():
    v = 1
    def mid():
        def deep():
            nonlocal v
            v += 1
            return v
        return deep
    dd = mid()
    dd()
    return dd(), v
print(outer())
class M:
    __p = 1
    def __q(self): return self.__p
    def r(self, __z=3): return self.__q() + __z
    def s(self):
        def inner(): return self.__p
        return inner()
m = M()
print(m.r(), m.s(), m._M__p)
def ex():
    e = 'before'
    try:
        raise ValueError('v')
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as q:
        return str(q)
print(ex())
try:
    raise KeyError(1)
except KeyError as ke:
    pass
try:
    ke
except NameError as n:
    print(n)
def gen_scope(n):
    k = n
    for i in range(2):
        k = k + 1
        yield sum(k * j for j in range(3))
print(list(gen_scope(1)))
def comp_shadow(x):
    y = [x for x in range(3)]
    return x, y
print(comp_shadow('p'))
def deep_default(a, b=lambda: x, *c, d=[z for z in 'ab'], **e): return b(), d
print(deep_default(1))
def rec(n):
    def inner(k):
        return 1 if k == 0 else k * inner(k - 1)
    return inner(n)
print(rec(5))
def multi():
    a = b = c = []
    a.append(1)
    return a is b is c, b
print(multi())
def swap(a, b, c):
    a, b, c = c, a, b
    [a, b] = b, a
    (c, *d), e = (a, b, c), 1
    return a, b, c, d, e
print(swap(1, 2, 3))
def aug():
    l = [1]
    m = l
    l += [2]
    i = 0
    d = {0: [0, 0]}
    def idx():
        nonlocal i
        i += 1
        return 0
    d[idx()][idx()] += 5
    class O: pass
    o = O(); o.v = 1
    o.v += 2; o.v *= 3; o.v **= 2; o.v -= 1; o.v //= 3; o.v <<= 2; o.v |= 1; o.v ^= 3; o.v &= 127; o.v %= 50
    s = 'a'; s += 'b'; s *= 3
    return m, d, i, o.v, s
print(aug())
print([i for i in range(3) if i if i > 1], {i % 2 for i in range(5)}, {i: j for i, j in zip('ab', range(2))})
print((lambda *a, **k: (a, k))(1, *[2, 3], x=4, **{'y': 5}))
del x
try: x
except NameError as e: print(e)
def nested_class():
    class A:
        class B:
            v = 1
            def f(self): return __class__.__name__
        w = B.v
    return A.B().f(), A.w, A.B.__qualname__, A.B.f.__qualname__
print(nested_class())
def fl():
    for i in []: pass
    try: return i
    except UnboundLocalError as e: return str(e)
print(fl())
def wl(c):
    while c:
        v = c
        c -= 1
    return v
print(wl(2))
try: wl(0)
except UnboundLocalError as e: print(e)
def del_loop():
    out = []
    t = 0
    for i in range(3):
        try:
            out.append(t)
        except UnboundLocalError: out.append('u')
        else: del t
    return out
print(del_loop())
