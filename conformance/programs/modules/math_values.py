"""math: every function over a grid of arguments, results shown exactly, and the errors."""
import math

GRID = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 1.5, 2.0, -2.0, 2.5, 3.0, 7.25, -7.75, 10.0, 20.5, 100.0, 170.5, 171.7, -170.3, 1e-5,
        -1e-5, 1e-21, 1e-310, 5e-324, 1e10, 1e22, 1e150, 1e300, -1e300, 1.7976931348623157e308, 0.1, 0.7, -0.9999999,
        math.pi, math.e, math.inf, -math.inf, math.nan, 3, -4, 0, True, 10**20, 2**1023]


def show(name, *args):
    try:
        result = getattr(math, name)(*args)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)
    return repr(result)


ONE = ("acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma "
       "isfinite isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp").split()
count = 0
for name in ONE:
    print(name, [show(name, x) for x in GRID])
    count += len(GRID)
PAIRS = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, -2.5, 3.0, 1e300, 5e-324, math.inf, -math.inf, math.nan, 7, -3]
for name in "atan2 copysign fmod nextafter pow remainder".split():
    for x in PAIRS:
        print(name, x, [show(name, x, y) for y in PAIRS])
        count += len(PAIRS)
for x in PAIRS:
    print("log", x, [show("log", x, y) for y in PAIRS], [show("hypot", x, y, 3) for y in PAIRS])
    print("ldexp", x, [show("ldexp", x, y) for y in (-2000, -1, 0, 1, 60, 1024, 2000, 10**30, -10**30, 1.5)])
    print("isclose", x, [show("isclose", x, y) for y in PAIRS])
    count += 3 * len(PAIRS) + 10
for n in (10**400, 10**309, 2**1024, 2**1024 + 1, 2**2000 - 1, 3**1000, -(10**400)):
    print([show(name, n) for name in ("log", "log2", "log10", "sqrt", "floor")])
    count += 5
for n in range(-2, 30):
    print(n, show("factorial", n), show("isqrt", n), [show("comb", n, k) for k in range(-1, 8)],
          [show("perm", n, k) for k in range(-1, 8)], show("perm", n), show("gcd", n, 12), show("lcm", n, 12))
    count += 22
for n in (10**40, 2**200 - 1, (10**20 + 39)**2, (10**20 + 39)**2 - 1, 10**300):
    print(show("isqrt", n), show("gcd", n, 6**50), show("lcm", n, 2**70), show("comb", n, 3), show("perm", n, 3))
print(math.factorial(200), math.comb(200, 90), math.gcd(), math.lcm(), math.gcd(0, -6, 9), math.lcm(4, 0))
state = 12345
for size in (0, 1, 2, 3, 7, 40):
    for _ in range(20):
        values = []
        for _ in range(size):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            values.append((state / 2**63 - 1) * 10.0 ** (state % 37 - 18))
        print(show("fsum", values), show("hypot", *values), show("dist", values, values[::-1]), show("prod", values))
        count += 4
print(math.fsum([1e308, -1e308, 1]), show("fsum", [1e308, 1e308]), show("fsum", [math.inf, -math.inf]),
      show("fsum", [math.nan, 1]), show("fsum", [0.1] * 10), show("fsum", ["x"]), show("fsum", 3))
print(math.prod([1, 2, 3], start=10), math.prod(["a", 3]), math.prod([]), math.prod((2.5, 4)))
print(show("dist", (1, 2), (3,)), show("dist", [1, 2], (4, 6)), show("hypot"), show("hypot", -3), show("hypot", 1e-320, 1e-320))


class Real:
    def __float__(self):
        return 2.25

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


class Index:
    def __index__(self):
        return 9


print(math.sqrt(Real()), math.floor(Real()), math.ceil(Real()), math.trunc(Real()), math.sqrt(Index()), math.factorial(Index()))
for args in (("sqrt", "x"), ("sqrt", None), ("factorial", 2.0), ("factorial", "x"), ("floor", "x"), ("trunc", "x"),
             ("gcd", 1.5), ("isqrt", 2.5), ("comb", 2.0, 1), ("perm", 5, "x"), ("ldexp", 1.0, 1.0), ("log", "x"), ("log", 2, 1),
             ("log", 2, "x"), ("factorial", 10**30), ("comb", 10**40, 10**30), ("isclose", 1, 2, 3), ("pow", 1), ("prod", 3), ("atan2", 1), ("hypot", "x"), ("dist", 1, 2), ("isclose", 1), ("gcd", "x")):
    print(args, show(*args))
try:
    math.isclose(1, 1, rel_tol=-1)
except ValueError as error:
    print(error)
print(math.isclose(1, 1.1, rel_tol=0.2), math.isclose(1, 1.05, abs_tol=0.1), math.pi, math.e, math.tau, math.inf, math.nan)
print(count, "cases")
