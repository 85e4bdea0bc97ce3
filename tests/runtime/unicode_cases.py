#!/usr/bin/env python3
"""Properties and case mappings of every code point, as CPython 3.11's str methods see them.

One line a run of code points with equal answers: last code point, bits, then (for single ones that
change case) upper, lower, title and casefold in hex. unicode_test.cc reads it.
"""
import sys

if sys.version_info[:2] != (3, 11):
    sys.exit(77)
METHODS = ("isalpha isdecimal isdigit isnumeric isspace islower isupper isprintable isalnum "
           "isidentifier").split()


def row(c):
    s = chr(c)
    bits = sum(getattr(s, m)() << i for i, m in enumerate(METHODS))
    bits |= ("a" + s).isidentifier() << 10
    bits |= (len(("a" + s + "b").splitlines()) == 2) << 11
    cases = [s.upper(), s.lower(), s.title(), s.casefold()]
    if all(t == s for t in cases):
        return bits, ()
    return bits, tuple(".".join(f"{ord(x):x}" for x in t) for t in cases)


previous = row(0)
for c in range(1, 0x110000):
    this = row(c)
    if this != previous or this[1]:
        print(c - 1, previous[0], *previous[1])
    previous = this
print(0x10FFFF, previous[0], *previous[1])
