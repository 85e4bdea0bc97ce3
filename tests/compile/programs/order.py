def haz():
    out = []
    x = 1; out.append(x + (x := 5))
    def f(*a): return a
    x = 1; out.append(f(x, (x := 2), x))
    a = [[1, 2], [3, 4]]; i = 0
    out.append(a[i][(i := 1)])
    x = 1; out.append([x, (x := 2), x])
    x = 1; out.append(x < (x := 3) < x)
    x = 1; out.append({x: (x := 2), x: 3})
    k = 'a'; d = {}
    d[k] = (k := 'b'); out.append(d)
    x = 7; out.append((x := 0) or x)
    x = 3; out.append(x if (x := 0) else x)
    x = 1; x += (x := 10); out.append(x)
    x = [1]; x[0] += (x := [5])[0]; out.append(x)
    x = 1; out.append((x, *[x := 2], x))
    x = 1; out.append(f"{x}{(x := 2)}{x}")
    x = 1; out.append(-x + (x := 4) * x)
    x = 2; out.append([x * (x := y) for y in [3, 4]] + [x])
    x = 1; y = x = (x := 9) + x; out.append((x, y))
    x = 'abc'; out.append(x[(x := 1):2])
    x = 1; out.append(x in [(x := 2), 1])
    if (x := 5) > x - 1 and x + (x := 2) == 7: out.append('yes')
    while x + (x := x - 1) > 0: out.append(x)
    return out
print(haz())
class A:
    a: int = 1
    b: 'str'
    def f(self): return [super(A, self).__init__() for _ in range(1)], [__class__ for q in 'a']
    def g(self): return (lambda: super().__init__())()
    def h(self):
        def inner(): return __class__.__name__
        return inner()
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, __x=1): return cls.__name__, __x
    @property
    def p(self): return 'p'
    @p.setter
    def p(self, v): self._p = v
    z = [a for _ in (1,)] if False else 3
    w = {k: v for k, v in zip('ab', (a, z))}
try: A().g()
except TypeError as e: print('T', e)
except RuntimeError as e: print('R', e)
print(A().f(), A().h(), A.s(1), A.c(), A().p, A.w)
def order():
    log = []
    def t(n): log.append(n); return n
    class O:
        def __setitem__(s, k, v): log.append(('set', k, v))
        def __getitem__(s, k): log.append(('get', k)); return 1
        def __setattr__(s, k, v): log.append(('sa', k, v))
        def __getattr__(s, k): log.append(('ga', k)); return lambda *a, **k: log.append(a)
    o = O()
    o[t(1)] = t(2)
    o[t(3)] += t(4)
    (o if t(5) else o)[t(6):t(7)] = t(8)
    o.x = o.y = t(9)
    o[t(10)], o.z = t(11), t(12)
    {t(13): t(14), t(15): t(16)}
    t(17) + t(18) * t(19)
    t(20) < t(21) < t(0) < t(22)
    [t(23), *[t(24)], t(25)]
    dict(a=t(26), **{'b': t(27)}, c=t(28))
    o.m(t(29), *[t(30)], k=t(31))
    t(32) if t(33) else t(34)
    [t(35) for _ in [t(36)] if t(37)]
    o[t(38)][t(39)] if 0 else t(40)
    del log[0]
    return log
print(order())
def defaults(a=[], *, b={}): a.append(1); b[len(b)] = 1; return a, b
defaults(); print(defaults())
def gen(n):
    for i in range(n):
        try:
            got = yield i
            if got: yield ('got', got)
        finally:
            print('fin', i)
g = gen(3); print(next(g), g.send('x'), next(g)); g.close()
def deep():
    def a():
        def b():
            def c():
                return v, w
            return c
        return b
    v = 1
    w = 2
    w = 3
    return a()()()
print(deep())
def nl():
    x = 0
    def inc():
        nonlocal x
        x += 1
        def more():
            nonlocal x
            x *= 2
        more()
    for _ in range(3): inc()
    return x
print(nl())
print([[j for j in range(i)] for i in range(3) if i], [(i, j) for i in range(3) for j in range(i) if (i + j) % 2])
print(sorted({x: y for x in 'ab' for y in range(2)}.items()), {c for w in ['ab', 'bc'] for c in w} == {'a', 'b', 'c'})
print(list(map(lambda x, *y, z=3: (x, y, z), [1, 2])))
try:
    try: 1 / 0
    finally:
        try: [][1]
        except IndexError as e: print(type(e.__context__).__name__)
except ZeroDivisionError as e: print('Z', e.__context__)
def tr():
    try: return 'a'
    except: return 'b'
    else: return 'c'
    finally: print('d')
print(tr())
def loop_else():
    for i in range(3):
        for j in range(3):
            if j == 2: break
            if i == j == 1: continue
        else: print('never')
        if i == 1: break
    else: print('never2')
    return i, j
print(loop_else())
import_err = None
try: import nope as q
except ImportError as e: print(type(e).__name__, e)
try: from . import x
except ImportError as e: print(e)
def kwonly(*, a, b=2): return a, b
print(kwonly(a=1), kwonly(**{'a': 3, 'b': 4}))
for bad in ('kwonly()', 'kwonly(1)', 'kwonly(a=1, c=2)'):
    try: {'kwonly()': lambda: kwonly(), 'kwonly(1)': lambda: kwonly(1), 'kwonly(a=1, c=2)': lambda: kwonly(a=1, c=2)}[bad]()
    except TypeError as e: print(e)
x, y = 1, 2
x, y = y, x
print(x, y)
(x), [y, *z] = 5, 'abc'
print(x, y, z)
print(*(i for i in range(3)), sep='-', end='!\n')
print(0x10, 1_000, 1e3, 1j * 1j, b'ab' b'c', 'a' 'b', ..., None is None)
print(not 0 == 1, not (1 and 0), 1 - -1, - - 1, 2 ** -1, -2 ** 2, (1, 2)[1], 'abc'[::-1])
def rr(n): return rr(n - 1) + 1 if n else 0
print(rr(500))
class Base:
    def __init_subclass__(cls, **k): print('sub', cls.__name__, k)
class Sub(Base, tag='t'): pass
class Multi(*[Base], **{'tag': 'u'}): pass
