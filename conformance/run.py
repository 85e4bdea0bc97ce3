#!/usr/bin/env python3
"""Runs Python programs under CPython and under Belljar and demands that they behave alike.

    run.py --belljar PATH [options] [PROGRAM-OR-FOLDER...]      (default: programs/ and divergences/ beside this file)

Compared byte for byte: stdout, and the traceback of an uncaught exception on stderr; and the kind of
ending (0 done, 1 uncaught exception; a program that CPython refuses to compile must end with 2, its
text is not compared). Both are given the program's absolute path, as CPython shows no other in a
traceback; of CPython's warnings only SyntaxWarning is on. Its siblings NAME.cpython.out and
NAME.belljar.out, where they exist, make it a divergence: each interpreter must then give its own
file (form in divergences/README.md).

With --expected FOLDER the comparison is with FOLDER/NAME.txt instead of a run of CPython;
--record writes those files from CPython. The last line is `N passed, N failed`.
"""
import argparse
import difflib
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
               "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
SANITIZERS = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
REFUSED = re.compile(rb"^(SyntaxError|IndentationError|TabError): ", re.M)


class Run:
    def __init__(self, argv, program, seconds):
        self.trouble = None
        try:
            done = subprocess.run(argv + [program], cwd=os.path.dirname(program), timeout=seconds,
                                  stdin=subprocess.DEVNULL, capture_output=True, env={**ENVIRONMENT, **SANITIZERS})
        except subprocess.TimeoutExpired:
            self.code, self.out, self.err, self.trouble = None, b"", b"", f"no end in {seconds} s"
            return
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    def as_divergence(self):
        """stdout and, for an uncaught exception or a refusal, how it ended."""
        if self.code == 0:
            return self.out
        lines = [line for line in self.err.split(b"\n") if line.strip()]
        return self.out + b"! " + (lines[-1] if lines else b"exit %d" % self.code) + b"\n"


def difference(what, wanted, got):
    lines = difflib.unified_diff(wanted.decode("utf-8", "backslashreplace").split("\n"),
                                 got.decode("utf-8", "backslashreplace").split("\n"),
                                 f"{what} wanted", f"{what} got", lineterm="", n=2)
    lines = [line[:300] for line in lines]
    return lines[:40] + ([f"... {len(lines) - 40} more lines"] if len(lines) > 40 else [])


def compare(program, options):
    """The list of lines that say what is wrong; empty when nothing is."""
    stem = os.path.splitext(program)[0]
    belljar = Run(options.belljar, program, options.seconds)
    if belljar.trouble:
        return ["belljar: " + belljar.trouble]
    if options.expected:
        with open(os.path.join(options.expected, os.path.basename(stem) + ".txt"), "rb") as f:
            problems = difference("stdout", f.read(), belljar.out)
        return problems if belljar.code == 0 else [f"belljar: exit {belljar.code}: {belljar.err[-300:]!r}"] + problems

    cpython = Run(options.cpython, program, options.seconds)
    if cpython.trouble:
        return ["cpython: " + cpython.trouble]
    if os.path.exists(stem + ".cpython.out"):
        problems = []
        for name, run in (("cpython", cpython), ("belljar", belljar)):
            with open(f"{stem}.{name}.out", "rb") as f:
                problems += difference(name, f.read(), run.as_divergence())
        return problems or (["no divergence any more"] if cpython.as_divergence() == belljar.as_divergence() else [])

    refused = cpython.code == 1 and not cpython.out and REFUSED.search(cpython.err) and b"Traceback" not in cpython.err
    wanted = 2 if refused else cpython.code
    problems = []
    if belljar.code != wanted:
        problems.append(f"exit {belljar.code}, not {wanted}")
    problems += difference("stdout", cpython.out, belljar.out)
    if not refused:
        problems += difference("stderr", cpython.err, belljar.err)
    return problems


def find(paths):
    found = []
    for path in paths:
        path = os.path.abspath(path)
        if not os.path.isdir(path):
            found.append(path)
        for folder, folders, files in os.walk(path):
            folders.sort()
            found += [os.path.join(folder, name) for name in sorted(files) if name.endswith(".py")]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--belljar", required=True, metavar="PATH")
    parser.add_argument("--cpython", default="/usr/bin/python3", metavar="PATH")
    parser.add_argument("--flags", default="--profile python", help="for belljar run (default: %(default)s)")
    parser.add_argument("--expected", metavar="FOLDER")
    parser.add_argument("--record", action="store_true", help="write --expected from CPython, run nothing else")
    parser.add_argument("--seconds", type=float, default=60, help="for one run (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    options.belljar = [os.path.abspath(options.belljar), "run"] + shlex.split(options.flags)
    options.cpython = [options.cpython, "-W", "ignore", "-W", "always::SyntaxWarning"]
    programs = find(options.paths or [os.path.join(HERE, "programs"), os.path.join(HERE, "divergences")])
    if not programs:
        sys.exit("run.py: no programs")

    if options.record:
        for program in programs:
            run = Run(options.cpython, program, options.seconds)
            if run.trouble or run.code != 0:
                sys.exit(f"{program}: {run.trouble or run.err.decode()}")
            stem = os.path.splitext(os.path.basename(program))[0]
            with open(os.path.join(options.expected, stem + ".txt"), "wb") as f:
                f.write(run.out)
        return 0

    failed = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for program, problems in zip(programs, pool.map(lambda p: compare(p, options), programs)):
            if problems:
                failed += 1
                print(f"FAILED {os.path.relpath(program)}")
                print("".join(f"  {line}\n" for line in problems), end="")
    print(f"{len(programs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
