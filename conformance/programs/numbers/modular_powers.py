"""pow(base, exponent, modulus) with numbers of one limb and of many; what has an inverse and what has none."""
SIZES = (1, 63, 64, 65, 127, 128, 200, 1000)
for bits in SIZES:
    modulus = (1 << bits) + 13
    for base in (0, 1, 2, modulus - 1, modulus + 5, -7, (1 << 300) + 1):
        for exponent in (0, 1, 2, 65537, (1 << 70) + 3, (1 << 200) - 1):
            print(bits, exponent.bit_length(), pow(base, exponent, modulus) % 1000003, pow(base, exponent, -modulus) % 1000003)

# Fermat: what a prime's multiplicative group says of every base.
prime = (1 << 127) - 1
print([pow(base, prime - 1, prime) for base in (2, 3, 10**30)], pow(prime, 5, prime), pow(5, 0, 1))

# A negative exponent asks for an inverse.
for base, exponent, modulus in ((3, -1, 7), (3, -5, prime), (-3, -2, 10**40 + 1), (1 << 90, -1, prime), (5, -1, 1)):
    print(pow(base, exponent, modulus))
for base, modulus in ((2, 4), (0, 7), (10**30, 10**31), (6, -9)):
    try:
        print(pow(base, -1, modulus))
    except ValueError as error:
        print(error)
