#!/usr/bin/env python3
"""What is linked is hardened, as readelf sees it.

    binary_test.py PROGRAM-OR-LIBRARY...

Each must be position independent, have a read-only relocation table that is complete at start-up
(RELRO and BIND_NOW), no executable stack, no segment that is both writable and executable, no run
path; and it must call the stack protector and at least one of libc's checked functions.
"""
import re
import subprocess
import sys


def readelf(flags, path):
    return subprocess.run(["readelf", flags, path], check=True, capture_output=True, text=True).stdout


def problems(path):
    header, segments, dynamic = readelf("-hW", path), readelf("-lW", path), readelf("-dW", path)
    names = readelf("--dyn-syms", path) + readelf("-sW", path)
    if not re.search(r"Type:\s+DYN", header):
        yield "is not position independent"
    if "GNU_RELRO" not in segments:
        yield "has no RELRO"
    if not re.search(r"BIND_NOW|FLAGS_1.*\bNOW\b", dynamic):
        yield "binds lazily"
    stack = re.search(r"GNU_STACK\s.*", segments)
    if not stack or re.search(r"\bRWE\b", stack[0]):
        yield "has an executable stack"
    if re.search(r"LOAD\s.*\bRWE\b", segments):
        yield "has a segment that is writable and executable"
    if re.search(r"\((RPATH|RUNPATH)\)", dynamic):
        yield "has a run path"
    if "__stack_chk_fail" not in names:
        yield "has no stack protector"
    if not re.search(r"__\w+_chk\b", names.replace("__stack_chk_fail", "")):
        yield "has no checked libc functions"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    wrong = [f"{path} {problem}" for path in sys.argv[1:] for problem in problems(path)]
    print("\n".join(wrong) if wrong else f"{len(sys.argv) - 1} hardened")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
