#!/usr/bin/env python3
"""What is linked is hardened, as readelf sees it.

    binary_test.py [--compiled] PROGRAM-OR-LIBRARY...

Each must be position independent, have a read-only relocation table that is complete at start-up
(RELRO and BIND_NOW), no executable stack, no segment that is both writable and executable, no run
path. --compiled (with the option BELLJAR_HARDENED): it must call the stack protector and at least one of
libc's checked functions, too.
"""
import re
import subprocess
import sys


def readelf(flags, path):
    return subprocess.run(["readelf", flags, path], check=True, capture_output=True, text=True).stdout


def problems(path, compiled):
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
    if compiled and "__stack_chk_fail" not in names:
        yield "has no stack protector"
    if compiled and not re.search(r"__\w+_chk\b", names.replace("__stack_chk_fail", "")):
        yield "has no checked libc functions"


def main():
    paths = [word for word in sys.argv[1:] if word != "--compiled"]
    if not paths:
        sys.exit(__doc__)
    wrong = [f"{path} {problem}" for path in paths for problem in problems(path, "--compiled" in sys.argv)]
    print("\n".join(wrong) if wrong else f"{len(paths)} hardened")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
