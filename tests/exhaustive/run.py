#!/usr/bin/env python3
"""Exhaustive small cases: each program here runs under CPython and Belljar, which must print the same.

    run.py --belljar PATH [--cpython PATH] [--show N] [PROGRAM...]      (default: every program beside this file)

A program prints a line for a group of cases, the results after " ¦ ". The two outputs are compared
line by line; of each kind of difference the first is shown, of N (20) kinds. The last line is
`N cases, D differ`.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
# Belljar shows no addresses (conformance/divergences/no_addresses.py).
ADDRESS = re.compile(rb" at 0x[0-9a-f]+")
DETAIL = re.compile(rb"""[0-9a-f]+|'[^']*'|"[^"]*"|\\.|b""")
HELPERS = {"run.py", "head.py"}
SEPARATOR = " ¦ ".encode()
LIFTED = ["--profile", "python", "--timeout", "3000", "--max-steps", "1000000000000", "--max-memory", "4G", "--max-output", "16G"]


def differing(wanted, got):
    """(what was asked, CPython's answer, Belljar's) of every case of a line that differs."""
    a, b = wanted.split(SEPARATOR), got.split(SEPARATOR)
    if len(a) != len(b):
        yield a[0], wanted[:300], got[:300]
    else:
        for at, (x, y) in enumerate(zip(a, b)):
            if x != y:
                yield a[0] + b" case %d" % at, x, y


def compare(name, options):
    """(cases, how many differ, their text)"""
    with open(os.path.join(HERE, "head.py"), encoding="utf-8") as head, open(os.path.join(HERE, name), encoding="utf-8") as body:
        text = head.read() + body.read()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8:backslashreplace"}
        commands = [[options.cpython, "-W", "ignore", path], [options.belljar, "run", *LIFTED, path]]
        outputs = [open(os.path.join(folder, side), "w+b") for side in ("wanted", "got")]
        children = [subprocess.Popen(c, stdout=o, stderr=subprocess.STDOUT, env=environment) for c, o in zip(commands, outputs)]
        codes = [child.wait() for child in children]
        for output in outputs:
            output.seek(0)
        cases = different = 0
        trouble = ""
        kinds = {}
        wanted, got = outputs
        for line in wanted:
            cases += line.count(SEPARATOR)
            other = got.readline()
            if line != other and ADDRESS.sub(b"", line) != other:
                for case in differing(ADDRESS.sub(b"", line.rstrip()), other.rstrip()):
                    different += 1
                    # Of differences of one kind (alike but for numbers and quoted text) the first is shown.
                    kinds.setdefault(DETAIL.sub(b"", case[1])[:60] + DETAIL.sub(b"", case[2])[:60], case)
                if not other:
                    break
        rest = got.read(2000)
        if rest or codes[0] or codes[1]:
            different += 1
            trouble = f"  exit {codes[0]} and {codes[1]}; more from belljar: {rest[-600:].decode(errors='replace')}\n"
        for output in outputs:
            output.close()
    for case in [c for c in kinds.values() if c][:options.show]:
        trouble += "  {}\n    cpython {}\n    belljar {}\n".format(*(part.decode(errors="replace")[:240] for part in case))
    return cases, different, trouble


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*")
    parser.add_argument("--belljar", required=True, metavar="PATH")
    parser.add_argument("--cpython", default="/usr/bin/python3", metavar="PATH")
    parser.add_argument("--show", type=int, default=20, metavar="N")
    options = parser.parse_args()
    options.belljar = os.path.abspath(options.belljar)
    names = [os.path.basename(p) for p in options.programs] or sorted(n for n in os.listdir(HERE) if n.endswith(".py") and n not in HELPERS)
    total = failed = 0
    for name in names:
        cases, different, text = compare(name, options)
        total, failed = total + cases, failed + different
        print(f"{name}: {cases} cases, {different} differ\n{text}", end="", flush=True)
    print(f"{total} cases, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
