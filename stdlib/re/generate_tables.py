#!/usr/bin/env python3
"""Writes tables.inc: the categories of `re` as code point ranges, and which characters IGNORECASE takes for one another.

Asked of CPython's own `re` (run it with Python 3.11), so that nothing has to be known about how it folds.
"""
import re

LAST = 0x10FFFF


def ranges(test):
    out, begin = [], None
    for c in range(LAST + 2):
        inside = c <= LAST and test(chr(c))
        if inside and begin is None:
            begin = c
        elif not inside and begin is not None:
            out.append((begin, c - 1))
            begin = None
    return out


def variants():
    """(c, d) for each d other than c that the pattern c matches without case."""
    candidates = [chr(c) for c in range(LAST + 1)
                  if not 0xD800 <= c <= 0xDFFF and (chr(c).lower() != chr(c) or chr(c).upper() != chr(c) or chr(c).casefold() != chr(c))]
    every = "".join(candidates)
    out = []
    for c in candidates:
        out += [(ord(c), ord(d)) for d in re.findall(c, every, re.IGNORECASE) if d != c]
    return sorted(out)


def write(out, name, kind, rows):
    out.write(f"constexpr {kind} {name}[] = {{\n")
    line = "   "
    for a, b in rows:
        item = f" {{{a:#x}, {b:#x}}},"
        if len(line) + len(item) > 100:
            out.write(line + "\n")
            line = "   "
        line += item
    out.write(line + "\n};\n")


if __name__ == "__main__":
    with open("tables.inc", "w", encoding="ascii") as out:
        out.write("// Written by generate_tables.py.\n// clang-format off\n")
        write(out, "kWord", "CodeRange", ranges(re.compile(r"\w").match))
        write(out, "kDigit", "CodeRange", ranges(re.compile(r"\d").match))
        write(out, "kSpace", "CodeRange", ranges(re.compile(r"\s").match))
        write(out, "kVariants", "CodePair", variants())
