#!/usr/bin/env python3
"""Compiles each public header by itself, included twice, with no other include folder than include/
and warnings as errors. belljar.h is compiled as C99 and as C++20, the others as C++20."""
import argparse
import glob
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CXX = ["-x", "c++", "-std=c++20", "-Wall", "-Wextra", "-Werror", "-pedantic"]
C99 = ["-x", "c", "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic"]


def problem_of(compiler, flags, header):
    text = f'#include <{header}>\n#include <{header}>\n'
    done = subprocess.run([compiler, *flags, "-fsyntax-only", "-I", os.path.join(ROOT, "include"), "-"], input=text,
                          capture_output=True, text=True)
    return done.stderr if done.returncode else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cxx", required=True)
    parser.add_argument("--cc", required=True)
    args = parser.parse_args()
    headers = sorted(os.path.relpath(path, os.path.join(ROOT, "include"))
                     for path in glob.glob(os.path.join(ROOT, "include", "**", "*.h"), recursive=True))
    runs = [(args.cxx, CXX, header) for header in headers] + [(args.cc, C99, "belljar.h")]
    failed = 0
    for run in runs:
        problem = problem_of(*run)
        if problem:
            failed += 1
            print(f"{run[2]} ({run[0]}):\n{problem}")
    print(f"{len(runs)} compilations, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
