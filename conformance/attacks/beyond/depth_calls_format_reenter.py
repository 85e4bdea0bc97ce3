class F:
    def __format__(s, spec): return format(s, spec)
try: f'{F():x}'
except RecursionError: print('r1')
class R:
    def __repr__(s): return repr(s)
try: repr(R())
except RecursionError: print('r2')
class S:
    def __str__(s): return '%s' % s
try: str(S())
except RecursionError: print('r3')
class H:
    def __hash__(s): return hash(s)
try: hash(H())
except RecursionError: print('r4')
class E:
    def __eq__(s,o): return s==o
try: E()==E()
except RecursionError: print('r5')
class B:
    def __bool__(s): return bool(s)
try: bool(B())
except RecursionError: print('r6')
class L:
    def __len__(s): return len(s)
try: len(L())
except RecursionError: print('r7')
class G:
    def __getattr__(s,n): return getattr(s,n)
try: G().x
except RecursionError: print('r8')
class N:
    def __index__(s): return range(s)[0]
try: range(N())
except RecursionError: print('r9')
class C:
    def __contains__(s,x): return x in s
try: 1 in C()
except RecursionError: print('r10')
class I:
    def __getitem__(s,i): return s[i]
try: list(I())
except RecursionError: print('r11')
class A:
    def __add__(s,o): return s+o
try: A()+1
except RecursionError: print('r12')
class X:
    def __call__(s): return s()
try: X()()
except RecursionError: print('r13')
class Y:
    def __iter__(s): return iter(s)
try: list(Y())
except RecursionError: print('r14')
class Z:
    def __int__(s): return int(s)
    def __float__(s): return float(s)
    def __round__(s): return round(s)
    def __abs__(s): return abs(s)
for f in (int,float,round,abs):
    try: f(Z())
    except RecursionError: print('r15')
class Cm(property): pass
class D:
    @property
    def p(s): return s.p
try: D().p
except RecursionError: print('r16')
class Hi:
    def __get__(s,o,t): return o.q
class D2:
    q=Hi()
try: D2().q
except RecursionError: print('r17')
class It:
    def __instancecheck__(s,o): return isinstance(o,s)
class Fs:
    def __fspath__(s): return s
class Sa:
    def __setattr__(s,n,v): setattr(s,n,v)
try: Sa().x=1
except RecursionError: print('r18')
class La:
    def __lt__(s,o): return sorted([s,o])
try: sorted([La(),La()])
except RecursionError: print('r19')
class Nx:
    def __iter__(s): return s
    def __next__(s): return next(s)
try: next(Nx())
except RecursionError: print('r20')
