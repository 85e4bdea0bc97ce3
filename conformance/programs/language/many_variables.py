# Functions with more variables, parameters and arguments than small instruction fields hold.
def many_locals(n):
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = n
    b0 = b1 = b2 = b3 = b4 = b5 = b6 = b7 = b8 = b9 = n + 1
    c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = c8 = c9 = n + 2
    d0 = d1 = d2 = d3 = d4 = d5 = d6 = d7 = d8 = d9 = n + 3
    e0 = e1 = e2 = e3 = e4 = e5 = e6 = e7 = e8 = e9 = n + 4
    f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = n + 5
    g0 = g1 = g2 = g3 = g4 = g5 = g6 = g7 = g8 = g9 = n + 6
    h0 = h1 = h2 = h3 = h4 = h5 = h6 = h7 = h8 = h9 = n + 7
    i0 = i1 = i2 = i3 = i4 = i5 = i6 = i7 = i8 = i9 = n + 8
    j0 = j1 = j2 = j3 = j4 = j5 = j6 = j7 = j8 = j9 = n + 9
    k0 = k1 = k2 = k3 = k4 = k5 = k6 = k7 = k8 = k9 = n + 10
    l0 = l1 = l2 = l3 = l4 = l5 = l6 = l7 = l8 = l9 = n + 11
    m0 = m1 = m2 = m3 = m4 = m5 = m6 = m7 = m8 = m9 = n + 12
    n0 = n1 = n2 = n3 = n4 = n5 = n6 = n7 = n8 = n9 = n + 13
    o0 = o1 = o2 = o3 = o4 = o5 = o6 = o7 = o8 = o9 = n + 14
    p0 = p1 = p2 = p3 = p4 = p5 = p6 = p7 = p8 = p9 = n + 15
    q0 = q1 = q2 = q3 = q4 = q5 = q6 = q7 = q8 = q9 = n + 16
    r0 = r1 = r2 = r3 = r4 = r5 = r6 = r7 = r8 = r9 = n + 17
    s0 = s1 = s2 = s3 = s4 = s5 = s6 = s7 = s8 = s9 = n + 18
    t0 = t1 = t2 = t3 = t4 = t5 = t6 = t7 = t8 = t9 = n + 19
    u0 = u1 = u2 = u3 = u4 = u5 = u6 = u7 = u8 = u9 = n + 20
    v0 = v1 = v2 = v3 = v4 = v5 = v6 = v7 = v8 = v9 = n + 21
    w0 = w1 = w2 = w3 = w4 = w5 = w6 = w7 = w8 = w9 = n + 22
    x0 = x1 = x2 = x3 = x4 = x5 = x6 = x7 = x8 = x9 = n + 23
    y0 = y1 = y2 = y3 = y4 = y5 = y6 = y7 = y8 = y9 = n + 24
    z0 = z1 = z2 = z3 = z4 = z5 = z6 = z7 = z8 = z9 = n + 25
    total = 0
    for z9 in range(3):
        total += z9 + y9
    z8 += 1
    z7, (z6, *z5) = 1, [2, 3, 4]
    try:
        z4
        del z4
        z4
    except UnboundLocalError as error:
        print(error)
    try:
        raise KeyError("caught")
    except KeyError as z3:
        print(repr(z3))
    try:
        z3
    except UnboundLocalError as error:
        print(error)
    with Manager() as z2:
        print(z2)
    if (z1 := total) > 5:
        print("walrus", z1)

    def inner(step):
        nonlocal z0
        z0 += step
        return z0 + y0

    print([z0 + q for q in range(3) if z0], inner(1), inner(10), z0)
    z0 = 5
    print(inner(1))
    del z0
    try:
        inner(1)
    except NameError as error:
        print(error)
    import math as late
    from math import floor as flat

    class late_class:
        y1 = y2

    lam = lambda: late_class.y1 + y3
    match [1, 2, 3]:
        case [m_first, *m_rest]:
            print(m_first, m_rest)
    return a0, b5, m9, z9, z8, z7, z6, z5, late.pi > 3, flat(2.5), lam(), total


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, *details):
        return False


print(many_locals(1))
print(many_locals(100))

# Three hundred parameters, made and called through text that the program builds itself is refused; a
# dataclass makes such functions.
from dataclasses import asdict, fields, make_dataclass

names = [f"field_{i}" for i in range(300)]
Wide = make_dataclass("Wide", [(name, int) for name in names])
w = Wide(*range(300))
print(w.field_0, w.field_150, w.field_299, len(fields(w)))
print(w == Wide(*range(300)), w == Wide(*range(1, 301)))
print(sum(asdict(w).values()), len(repr(w)))
w = Wide(**{name: i * i for i, name in enumerate(names)})
print(w.field_299)
for arguments in (range(299), range(301)):
    try:
        Wide(*arguments)
    except TypeError as e:
        print(e)
try:
    Wide(*range(299), field_0=1)
except TypeError as e:
    print(e)
Huge = make_dataclass("Huge", [(f"x{i}", int, i) for i in range(3000)])
h = Huge()
print(h.x0, h.x2999, Huge(5).x0, Huge(x2999=7).x2999)
