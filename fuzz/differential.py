#!/usr/bin/env python3
"""Generated programs under CPython and Belljar: every difference is shown, shrunk and saved.

    differential.py --belljar PATH --seeds A..B [--jobs N] [--save FOLDER] [--no-shrink]

Compared byte for byte: stdout, the traceback on stderr, and the kind of ending. CPython runs in a fork
of this process, which executes the program as `__main__` from its file: the same traceback as
`python3 FILE`, without the start of an interpreter. A program that has not ended in 5 seconds
(either side) counts as slow, which is a failure too. The last line is
`N programs, D differences, S slow`.
"""
import argparse
import importlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import types
import warnings
from multiprocessing import Pool

from generator.library import MODULES
from generator.program import program

# What a fork finds loaded need not be loaded again.
for name in MODULES:
    importlib.import_module(name)

SECONDS = 5
# Belljar shows no addresses (conformance/divergences/no_addresses.py).
ADDRESS = re.compile(rb" at 0x[0-9a-f]+")


# A SyntaxWarning with its line. CPython compiles the body of a `finally` once for each way out of its `try`, and
# warns each time; Belljar says it once.
WARNING = re.compile(rb"([^\n]*: SyntaxWarning: [^\n]*\n(?:  [^\n]*\n)?)\1+")


def run_cpython(path, out, err):
    """Runs in a fork; never returns."""
    os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    warnings.simplefilter("ignore")
    warnings.simplefilter("always", SyntaxWarning)
    code = 0
    try:
        with open(path, encoding="utf-8") as f:
            compiled = compile(f.read(), path, "exec")
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        exec(compiled, module.__dict__)
    except SystemExit as error:
        code = 0 if error.code in (None, 0) else 1
        sys.stdout.flush()
        if not isinstance(error.code, int) and error.code is not None:
            print(error.code, file=sys.stderr)
    except BaseException as error:
        code = 1
        sys.stdout.flush()
        error.__traceback__ = error.__traceback__.tb_next
        sys.__excepthook__(type(error), error, error.__traceback__)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


# CPython shows the frames of its library, Belljar does not (it has none, or leaves them out).
LIBRARY_FRAME = re.compile(rb'  File "/usr/lib/python3[^\n]*\n(    [^\n]*\n)*')


CONTROL = re.compile(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")


class Runner:
    def __init__(self, belljar):
        self.belljar = [belljar, "run", "--profile", "python"]
        self.folder = tempfile.mkdtemp(prefix="differential")
        self.path = os.path.join(self.folder, "program.py")

    def read(self, name):
        with open(os.path.join(self.folder, name), "rb") as f:
            return f.read()

    def cpython(self):
        out, err = os.path.join(self.folder, "out"), os.path.join(self.folder, "err")
        child = os.fork()
        if child == 0:
            run_cpython(self.path, out, err)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return None
        return os.WEXITSTATUS(status), ADDRESS.sub(b"", self.read("out")), WARNING.sub(rb"\1", LIBRARY_FRAME.sub(b"", ADDRESS.sub(b"", self.read("err"))))

    def both(self, text):
        """(CPython's, Belljar's) (exit, stdout, stderr); None for one that is slow."""
        with open(self.path, "w", encoding="utf-8") as f:
            f.write(text)
        wanted = self.cpython()
        try:
            done = subprocess.run(self.belljar + [self.path], capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL)
            got = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired:
            got = None
        return wanted, got

    def difference(self, text):
        """What differs first; "" for a program that is none."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(text, "program", "exec")
        except (SyntaxError, ValueError):
            return ""
        wanted, got = self.both(text)
        return "" if same(wanted, got) else first_difference(wanted, got)


def shrink(text, what, difference, budget=150):
    """Delta debugging by lines: blocks of halving size are dropped while the first difference is the same one."""
    lines = text.splitlines(True)
    size = len(lines) // 2
    while size >= 1:
        at = 0
        while at < len(lines):
            shorter = lines[:at] + lines[at + size:]
            budget -= 1
            if budget < 0:
                return "".join(lines)
            if shorter and difference("".join(shorter)) == what:
                lines = shorter
            else:
                at += size
        size //= 2
    return "".join(lines)


def same(wanted, got):
    """Whether they agree; Belljar escapes control characters that would reach a terminal."""
    if wanted == got or wanted is None or got is None:
        return wanted == got
    return wanted[:2] == got[:2] and CONTROL.search(wanted[2]) is not None and got[2] != b""


def first_difference(wanted, got):
    if wanted is None or got is None:
        return "slow: " + ("cpython" if wanted is None else "belljar")
    for what, a, b in (("stdout", wanted[1], got[1]), ("stderr", wanted[2], got[2])):
        if a != b:
            for x, y in zip(a.split(b"\n") + [b"<end>"], b.split(b"\n") + [b"<end>"]):
                if x != y:
                    return f"{what}\n    cpython {x[:200].decode(errors='replace')}\n    belljar {y[:200].decode(errors='replace')}"
            return f"{what}: one is longer"
    return f"exit {wanted[0]} and {got[0]}"


RUNNER = None


def start(belljar):
    global RUNNER
    RUNNER = Runner(belljar)


def judge(task):
    seed, shrinks = task
    text = program(seed)
    wanted, got = RUNNER.both(text)
    if wanted is None or got is None:
        return seed, "slow", first_difference(wanted, got), text
    if same(wanted, got):
        return seed, "same", "", ""
    what = first_difference(wanted, got)
    if shrinks:
        text = shrink(text, what, RUNNER.difference)
    return seed, "different", what, text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--belljar", required=True, metavar="PATH")
    parser.add_argument("--seeds", required=True, metavar="A..B", help="A and B included")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--save", metavar="FOLDER")
    parser.add_argument("--no-shrink", action="store_true")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 11):
        sys.exit("differential.py: the oracle is CPython 3.11")
    first, last = map(int, options.seeds.split(".."))
    counts = {"same": 0, "different": 0, "slow": 0}
    with Pool(options.jobs, start, (os.path.abspath(options.belljar),)) as pool:
        tasks = ((seed, not options.no_shrink) for seed in range(first, last + 1))
        for seed, verdict, what, text in pool.imap_unordered(judge, tasks, chunksize=4):
            counts[verdict] += 1
            if verdict == "same":
                continue
            print(f"seed {seed}: {what}", flush=True)
            if options.save:
                os.makedirs(options.save, exist_ok=True)
                with open(os.path.join(options.save, f"seed{seed}.py"), "w", encoding="utf-8") as f:
                    f.write(text)
    print(f"{sum(counts.values())} programs, {counts['different']} differences, {counts['slow']} slow")
    return 1 if counts["different"] or counts["slow"] else 0


if __name__ == "__main__":
    sys.exit(main())
