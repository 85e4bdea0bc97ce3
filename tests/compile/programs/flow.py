def f(k):
    out = []
    for i in range(5):
        try:
            if i == k: continue
            if i == k + 1: break
            out.append(i)
        finally:
            out.append('f%d' % i)
    else:
        out.append('else')
    return out
for k in range(-2, 6): print(f(k))
def g(x):
    try:
        try:
            if x == 0: return 'r'
            if x == 1: raise ValueError('one')
            if x == 2: raise KeyError('two')
            return 'none'
        except ValueError as e:
            if x == 1: raise TypeError('t') from e
        else: return 'else'
        finally:
            print('fin', x)
    except TypeError as e:
        return 'T', repr(e.__cause__), repr(e.__context__)
    except KeyError: return 'K'
print([g(i) for i in range(4)])
def h():
    for i in range(3):
        try: return i
        finally:
            if i < 2: continue
            return 'last'
print(h())
def ret_over():
    x = 1
    try: return x
    finally: x = 2
print(ret_over())
class CM:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print('enter', s.n); return s
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__, v); return s.sup
def w(mode):
    with CM(1) as a, CM(2, mode == 'sup') as b:
        if mode == 'ret': return a.n + b.n
        if mode in ('raise', 'sup'): raise ValueError(mode)
        print('body', mode)
    return 'after'
for m in ['n', 'ret', 'sup', 'raise']:
    try: print(w(m))
    except ValueError as e: print('V', e)
def w2():
    for i in range(4):
        with CM(i):
            if i == 1: continue
            if i == 2: break
    return i
print(w2())
def nest():
    try:
        try: raise ValueError(1)
        finally: print('a')
    except ValueError:
        try: raise
        except ValueError as e: print('re', e)
        try: raise KeyError(2)
        except KeyError as e: print(repr(e.__context__))
    print('done')
nest()
def bare():
    try: raise
    except RuntimeError as e: print(e)
bare()
def gen():
    try:
        while True:
            x = yield
            print('got', x)
    except GeneratorExit: print('closed')
    finally: print('gf')
q = gen(); next(q); q.send(1); q.close()
def gen2():
    try: yield 1
    except ValueError as e: print('thrown', e); yield 2
    return 9
q = gen2(); next(q); print(q.throw(ValueError('x')))
try: next(q)
except StopIteration as s: print(s.value)
def gen3():
    r = yield from gen2()
    print('r', r)
    yield 'end'
print(list(gen3()))
def whl():
    n = 0
    while n < 10:
        n += 1
        if n % 2: continue
        if n > 6: break
    else: return 'else'
    return n
print(whl())
def whl2():
    n = 3
    while n and not n > 5: n -= 1
    else: return 'else', n
print(whl2())
def cond(a, b, c):
    r = []
    if a and b or c: r.append(1)
    if not (a and b) or not c: r.append(2)
    if a if b else c: r.append(3)
    if not a < b < c: r.append(4)
    if a in [1, 2] and b not in (1, 2): r.append(5)
    if a is None or b is not None: r.append(6)
    while a and b and c: c -= 1
    r.append(c)
    x = a and b or c
    y = not a or b
    z = a < b and b < c
    return r, x, y, z, a < b == c != 3
for a in (0, 1, 2): 
    for b in (0, 1, 3): print(cond(a, b, 2))
def m(v):
    match v:
        case 0 | 1 | -1: return 'small'
        case int(x) if x > 100: return 'big', x
        case int(): return 'int'
        case 'a' | 'b' as s: return s
        case []: return 'empty'
        case [x]: return 'one', x
        case [x, y, *_] if x == y: return 'same'
        case [1, (2 | 3) as y, *rest]: return y, rest
        case [*init, last]: return init, last
        case {'k': 1, **rest}: return 'k1', rest
        case {'k': [a, b]}: return a, b
        case {}: return 'map'
        case P(x=0): return 'P0'
        case P(a, y=b): return 'P', a, b
        case None: return 'none'
        case True: return 't'
        case _: return 'other'
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
for v in [0, 1, -1, 500, 50, 'a', 'b', 'c', [], [7], [3, 3, 4], [1, 3, 9], [1, 2], (4, 5), {'k': 1, 'z': 2}, {'k': [3, 4]}, {'q': 1}, P(0, 1), P(2, 3), None, 2.5, True]:
    print(m(v))
def ab():
    try:
        assert 1 == 2, 'msg' + 'x'
    except AssertionError as e: print(e)
    assert True, 1 / 0
    try: assert []
    except AssertionError as e: print(repr(e))
ab()
def deco(n):
    def d(f):
        print('deco', n, f.__name__)
        return lambda *a: (n, f(*a))
    return d
@deco(1)
@deco(2)
def dd(x): return x
print(dd(5))
@deco(3)
class DC: pass
print(type(dd(1)))
def stars(*a, **k): return a, k
print(stars(*(), **{}), stars(1, *[2], 3, *(4,), a=1, **{'b': 2}, c=3))
for bad in [lambda: stars(**{'a': 1}, a=2), lambda: stars(*5), lambda: stars(**5), lambda: stars(1, *5), lambda: stars(**{1: 2})]:
    try: bad()
    except TypeError as e: print(e)
print([*range(3), *'ab'], (*[1], 2), {*[1, 1], 2}, {**{'a': 1}, 'b': 2, **{'a': 3}})
def unp():
    (a, b), [c, *d], e = (1, 2), 'xyz', 5
    *f, g = [1]
    print(a, b, c, d, e, f, g)
    for bad in [lambda: exec_a(1), lambda: exec_a([1]), lambda: exec_a([1, 2, 3]), lambda: exec_b([1])]:
        try: bad()
        except (TypeError, ValueError) as e: print(e)
def exec_a(v): a, b = v
def exec_b(v): a, *b, c = v
unp()
s = 'hello'
print(s[1:3], s[:2], s[3:], s[::2], s[::-1], s[-1], [1, 2, 3][1:][0])
l = list(range(10)); l[2:4] = 'ab'; del l[0]; del l[::3]; print(l)
print(f"{s!r:>10}|{s:^{len(s) + 4}}|{{}}|{1 + 1}{2}" f"{s}" 'k')
print(1 + 2 * 3 - -4 // 3 % 5 ** 2, 'a' * 3 + 'b', 2 ** 10, 7 // -2, -7 % 3, 1 / 4, ~5, +3, 1 << 4 | 1)
