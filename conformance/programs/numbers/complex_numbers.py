"""complex: making and reading them, arithmetic, powers, equality, text, and what they do not have."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Of numbers: real + imag * 1j, where each part may be complex itself.
print(complex(), complex(1), complex(1, 2), complex(1.5, -2), complex(True), complex(1j, 1j), complex(real=1, imag=2), complex(0, -0.0))
print((3 + 4j).real, (3 + 4j).imag, (3 + 4j).conjugate(), abs(3 + 4j), -(3 + 4j), +(3 - 4j), bool(0j), bool(1e-300j))

# Of texts: no spaces inside, parentheses around are allowed.
for text in ("1", "1+2j", "-1.5e3-2.5J", " ( 1+2j ) ", "j", "-j", "1+j", "inf", "nanj", "-inf+nanj", "1_0+2_0j", "1e5j"):
    print(repr(text), complex(text))
for text in ("", "1 + 2j", "1+2", "1+2i", "(1", "j1", "1j+2", "1+-2j", "1__0j", "()"):
    attempt(complex, text)
attempt(complex, "1", 2)
attempt(complex, 1, "2")
attempt(complex, None)
attempt(complex, 1, [])
attempt(complex, b"1")

# repr: no real part when it is zero with a plus sign; the signs of zeros are kept.
for z in (1j, -1j, 0j, -0j, 1 + 0j, complex(-0.0, 1), complex(0.0, -0.0), complex(-0.0, -0.0), 1e16 + 1e-5j, 1.5 - 2.5j, complex("nan+infj")):
    print(repr(z), str(z) == repr(z), z.real, z.imag)

# Arithmetic with numbers of every kind.
z = 1 + 2j
print(z + 1, 1 - z, z * 2.5, z * z, z / 2, 2 / z, z / (3 - 4j), True + z, z * 0, z - z, 10**20 * z)
attempt(lambda: z / 0)
attempt(lambda: 1 / 0j)
attempt(lambda: z // 1)
attempt(lambda: z % 2)
attempt(divmod, z, 2)
attempt(lambda: z + "1")
attempt(lambda: z + 10**400)

# Powers: small integers multiply exactly.
print(z**0, z**1, z**2, z**3, z**-1, 1j**2, 1j**4, 0j**0, 0j**2, z**True)
attempt(lambda: 0j**-1)
attempt(lambda: 0j**1j)
attempt(pow, z, 2, 5)
attempt(lambda: (1e200 + 1j) ** 2)
attempt(lambda: abs(complex(1e308, 1e308)))

# Equality, without an order.
print(1 + 0j == 1, 1j == 1, 2 + 0j == 2.0, 0j == False, hash(5 + 0j) == hash(5), {1: "one"}[1 + 0j], 1j != "j", complex("nan") == complex("nan"))
attempt(lambda: 1j < 2j)
attempt(lambda: 1j >= 1)
attempt(max, [1j, 2j])
attempt(int, 1j)
attempt(float, 1 + 0j)
attempt(round, 1j)
attempt(lambda: [1, 2][1 + 0j])

# format: one specification for both parts; an empty one is str.
print(f"{z}", f"{z:.2f}", f"{z:+.1e}", f"{z:>12}|", f"{z:g}", f"{3.14159 + 1j:.3}", f"{1000000 + 2000000j:,}")
attempt(format, z, "=10")
attempt(format, z, "010")
attempt(format, z, "d")
attempt(format, z, "%")
