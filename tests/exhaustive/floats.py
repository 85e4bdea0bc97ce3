# Floats as text and back: repr, round, hash, hex, fromhex, as_integer_ratio, format with each type.
FLOATS = [0.0, 1.0, 1.5, 2.5, 0.1, 0.3, 1 / 3, 2 / 3, 1e-5, 1e-4, 0.00012345, 123456.0, 1234567.0, 999999.5, 9999995.0, 1e15, 1e16, 123456789012345680.0, 1e21, 1e22, 1e23, 9007199254740993.0,
          5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 1e100, 1e-100, float("inf"), float("nan"), 2.675, 1.005, 0.5, 0.25, 0.125, 0.045, 99.5, 0.95, 9.995, 1e300]
for e in range(-60, 61):
    FLOATS += [2.0**e, 10.0**e, 7 * 10.0**e, 2.0**e * 1.1, 10.0**e / 3, 9.9999999 * 10.0**e, (2.0**53 - 1) * 2.0**e]
for e in range(-320, 309, 7):
    FLOATS += [float(f"1e{e}"), float(f"9.5e{e}") if e < 308 else 1.0, float(f"1.2345678901234567e{e}")]
FLOATS += [-x for x in FLOATS]
for x in FLOATS:
    show(x, [repr(x), str(x), x.hex(), hash(x) if x == x else 0, attempt(int, x), attempt(round, x), attempt(x.as_integer_ratio), x.is_integer(), repr(float(repr(x))), repr(float.fromhex(x.hex())), abs(x)])
    show(("round", x), [attempt(round, x, n) for n in [*range(-25, 26), 300, 323, 324, 400, -308, -309, -400, 2**70, -2**70, True, None]])
    show(("format", x), [format(x, kind) for kind in ("", "e", "f", "g", "n", "%", ".0e", ".0f", ".0g", ".1e", ".1f", ".1g", ".3e", ".3f", ".3g", ".17g", ".17e", ".30f", ".30g", ".30e", ".2%", "#.0f", "#g", ",.2f", "_.1f", ".0%", ".60f", "z.1f", "z.0e", "015.3f", ",", "010,.1f")])
    show(("percent", x), [form % x for form in ("%r", "%s", "%e", "%f", "%g", "%.0e", "%.0f", "%.0g", "%#.3g", "%+.17g", "% .2f", "%010.3f", "%-12.4e|")])
    if abs(x) < 1e18:
        show(("int and float", x), [x == int(x), x < int(x) + 1, x > int(x) - 1, hash(x) == hash(int(x)), divmod(x, 3), divmod(x, -0.7), x % 1, x // 1, x % -1])
PARTS = ["", "0", "1", "f", "10", "1f", "fffffffffffff8", "10000000000000", "1fffffffffffff", "3fffffffffffff"]
for sign in ("", "-", "+"):
    for prefix in ("", "0x", "0X"):
        for whole in PARTS:
            for fraction in [None, *PARTS]:
                body = sign + prefix + whole + ("" if fraction is None else "." + fraction)
                show(("fromhex", body), [attempt(float.fromhex, body + e) for e in ("", "p0", "p1", "p-1", "P+10", "p-1074", "p-1075", "p-1076", "p-1080", "p1023", "p1024", "p971", "p972", "p", "pp", "p-", "p99999999999999999999", "p-99999999999999999999", " ", "x")])
for text in ("inf", "-inf", "+Infinity", "nan", "-NAN", "infinit", " 0x1 ", "\t1.8p3\n", "0x", "", " ", ".", "0x.", "p1", "1 2", "é", "\x001", "1_0", "0x1_0", "\u20031"):
    show(("text", text), [attempt(float.fromhex, text), attempt(float, text), attempt(complex, text)])
for value in (None, 1, b"1", 1.5):
    show(("fromhex", value), [attempt(float.fromhex, value)])
# What float() and complex() read: every short text over the characters that mean something.
for text in strings("01.eE+-_ n", 4):
    show(text, [attempt(float, text)])
for text in strings("1.j+-(e", 4):
    show(text, [attempt(complex, text)])
for text in ("1+2j", " ( 1+2j ) ", "(1+2j", "1+2j)", "j", "-j", "+1J", "1e5j", "1+ 2j", "inf+nanj", "infj", "-inf-infj", "nan", "1+2", "1j+2", "1_0j", "1__0j", "٣j", "((1))", "", "()", "1+j", "1-j", "1ej", "1e+j", "\xa01j\n", "é", "1\0"):
    show(text, [attempt(complex, text)])
COMPLEXES = [complex(a, b) for a in (0.0, -0.0, 1.0, -2.5, 1e20, 1e-7, float("inf"), float("nan")) for b in (0.0, -0.0, 1.0, -2.5, 1e20, float("-inf"), float("nan"))]
for z in COMPLEXES:
    show(z, [repr(z), str(z), attempt(abs, z), hash(z) if z == z else 0, -z, z.conjugate(), z.real, z.imag, bool(z), attempt(int, z), attempt(float, z), attempt(lambda: z < 1), attempt(lambda: z // 1), attempt(divmod, z, 1), attempt(round, z), attempt(lambda: repr(complex(repr(z))))])
    show(z, [attempt(f, z, w) for w in [*COMPLEXES, 0, 1, -3, 2.5, 2**70, 10**400, True, None] for f in (lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: b - a, lambda a, b: b / a, lambda a, b: a == b)])
    show(("**", z), [attempt(lambda a, b: a ** b, z, w) for w in (0, 1, 2, 3, -1, -2, 5, 2.0, True, None)] + [attempt(lambda: 2 ** z) if z == 0 else 0, attempt(pow, z, 1, 2)])
