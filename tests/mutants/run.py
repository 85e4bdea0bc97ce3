#!/usr/bin/env python3
"""Applies the seeded faults of mutants.py one at a time to a copy of the tree and shows that the tests notice.

    run.py --check                      each fault fits the source: its text occurs exactly once
    run.py --build FOLDER [NAME...]     copies the tree to FOLDER/tree, builds it once, then each fault on top
"""
import argparse
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from mutants import MUTANTS

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TARGETS = ["belljar", "isolation_test", "sweeps_test"]
# What a check used to read is unused without it: not what is tested here.
QUIET = "".join(f'#pragma GCC diagnostic ignored "-Wunused-{what}"\n'
                for what in ("variable", "but-set-variable", "parameter", "function"))
CPYTHON = "/usr/bin/python3"


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def check():
    wrong = [f"{name}: occurs {n} times in {path}" for name, path, before, _, _ in MUTANTS
             if (n := read(os.path.join(ROOT, path)).count(before)) != 1]
    print("\n".join(wrong) if wrong else f"{len(MUTANTS)} faults fit")
    return 1 if wrong or len(MUTANTS) < 20 else 0


def build(tree):
    return subprocess.run([os.path.join(tree, "tools", "build"), "release"] + TARGETS, capture_output=True).returncode == 0


def noticed_by(tree):
    """The first test that fails, or None."""
    belljar = os.path.join(tree, "build", "release", "belljar")
    tests = os.path.join(tree, "build", "release", "tests")
    attacks = [CPYTHON, os.path.join(tree, "conformance/attacks/attacks.py"), "--interp", belljar, "--jobs", "2",
               "--wall", "20", "--grace", "4", "--flags", "--profile python"]
    steps = [
        ("attacks, beyond", attacks + [os.path.join(tree, "conformance/attacks/beyond")]),
        ("attacks", attacks + [os.path.join(tree, "conformance/attacks"), "--skip", "egress", "--skip", "policy", "--skip", "sdk"]),
        ("isolation", [os.path.join(tests, "isolation", "isolation_test")]),
        ("sweeps", [os.path.join(tests, "sweeps", "sweeps_test")]),
        ("conformance", [CPYTHON, os.path.join(tree, "conformance/run.py"), "--belljar", belljar]),
    ]
    for name, command in steps:
        try:
            done = subprocess.run(["timeout", "900"] + command, capture_output=True, cwd=tree)
        except OSError as e:
            return f"{name}: {e}"
        if done.returncode != 0:
            lines = [line for line in done.stdout.decode("utf-8", "replace").splitlines()
                     if line.startswith(("failed", "crashed", "hung", "over", "FAILED", "[  FAILED"))]
            return f"{name}: {lines[0][:100] if lines else 'exit %d' % done.returncode}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--build", metavar="FOLDER")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    if options.check:
        return check()
    if not options.build:
        parser.error("--check or --build FOLDER")
    tree = os.path.join(os.path.abspath(options.build), "tree")
    shutil.copytree(ROOT, tree, dirs_exist_ok=True, ignore=shutil.ignore_patterns("build", ".git"))
    if not build(tree):
        sys.exit("mutants: the tree itself does not build")
    if problem := noticed_by(tree):
        sys.exit(f"mutants: the tree itself fails: {problem}")
    missed = 0
    chosen = [m for m in MUTANTS if not options.names or m[0] in options.names]
    for name, path, before, after, what in chosen:
        place = os.path.join(tree, path)
        whole = read(place)
        write(place, QUIET + whole.replace(before, after))
        if not build(tree):
            sys.exit(f"mutants: {name} does not build")
        problem = noticed_by(tree)
        write(place, whole)
        missed += problem is None
        print(f"{'MISSED ' if problem is None else 'noticed'} {name} ({what}): {problem or ''}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
