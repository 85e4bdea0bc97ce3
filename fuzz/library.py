#!/usr/bin/env python3
"""The random conformance programs of library modules, with other seeds and more cases than the test runs.

    library.py --belljar PATH [--cases N] [--seeds A..B] NAME...

NAME is a program of conformance/programs/modules that has the lines `SEED = …` and `CASES = …` and prints a
line for each case: json_random, datetime_random. Each seed makes N cases; CPython and Belljar must print
the same. The last line is `N cases, D differences`.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, os.pardir, "conformance", "programs", "modules")
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONDONTWRITEBYTECODE": "1"}
LIMITS = ["--max-steps", "100000000000", "--max-memory", "2G", "--timeout", "120", "--max-output", "1G"]


def lines_of(argv):
    done = subprocess.run(argv, capture_output=True, env=ENVIRONMENT, timeout=300)
    return done.stdout.decode("utf-8", "backslashreplace").split("\n") + [done.stderr.decode("utf-8", "backslashreplace")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--belljar", required=True)
    parser.add_argument("--cpython", default="/usr/bin/python3")
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seeds", default="1..10")
    parser.add_argument("names", nargs="+")
    options = parser.parse_args()
    first, last = map(int, options.seeds.split(".."))
    cases = differences = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in options.names:
            with open(os.path.join(PROGRAMS, name + ".py"), encoding="utf-8") as f:
                source = f.read()
            for seed in range(first, last + 1):
                text = re.sub(r"^SEED = .*$", f"SEED = {seed}", source, count=1, flags=re.M)
                text = re.sub(r"^CASES = .*$", f"CASES = {options.cases}", text, count=1, flags=re.M)
                path = os.path.join(folder, f"{name}.py")
                with open(path, "w", encoding="utf-8") as f:
                    f.write(text)
                wanted = lines_of([options.cpython, path])
                got = lines_of([options.belljar, "run", "--profile", "python", *LIMITS, path])
                cases += len(wanted) - 2
                if len(wanted) != len(got):
                    differences += 1
                    print(f"{name}, seed {seed}: {len(wanted)} lines wanted, {len(got)} got: {got[-1][-300:]}")
                for a, b in zip(wanted, got):
                    if a != b:
                        differences += 1
                        print(f"{name}, seed {seed}:\n  wanted {a[:600]}\n  got    {b[:600]}")
    print(f"{cases} cases, {differences} differences")
    return differences != 0


if __name__ == "__main__":
    sys.exit(main())
