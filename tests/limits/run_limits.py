#!/usr/bin/env python3
"""Programs that would run, grow or nest for ever: each must end with exit 2 or 3, within its limit.

    run_limits.py --belljar PATH [--sanitized]

Each program runs twice, with the default limits and with small ones. Checked: the exit code, the
kind on the line `limit: KIND`, the time, the peak memory, no signal, no sanitizer's report.
--sanitized is for builds under ASan or TSan: their memory is not judged and their clock is slower.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import time

MIB = 1 << 20
SMALL = {"--max-steps": 1_000_000, "--max-memory": 32 * MIB, "--max-depth": 100, "--timeout": 2}
# How each may end: a refusal (exit 2), or limits of these kinds (exit 3).
PROGRAMS = [
    ("while True", "while True: pass\n", ["steps", "time"]),
    ("a = a + [a]", "a = [1]\nwhile True:\n    a = a + [a]\n", ["memory", "steps", "time"]),
    ("list appends", "a = []\nwhile True:\n    a.append('x' * 100)\n", ["memory", "steps", "time"]),
    ("string times 10**12", "print('a' * 10**12)\n", ["memory", "size"]),
    ("10**10**10", "print(10**10**10)\n", ["memory", "size"]),
    ("recursion", "def f():\n    return f()\n\n\nf()\n", ["depth"]),
    ("recursion caught at each level", "def f():\n    try:\n        f()\n    except Exception:\n        f()\n\n\nf()\n",
     ["depth", "memory", "steps", "time"]),
    ("limits are not caught", "try:\n    while True: pass\nexcept BaseException:\n    print('caught')\nfinally:\n"
     "    print('finally')\n", ["steps", "time"]),
    ("100,000 parentheses", "x = " + "(" * 100_000 + "1" + ")" * 100_000 + "\n", ["refused", "depth", "size"]),
    ("100,000 open parentheses", "x = " + "(" * 100_000 + "\n", ["refused", "depth", "size"]),
    ("100,000 minus signs", "x = " + "-" * 100_000 + "1\n", ["refused", "depth", "size"]),
]
SANITIZER = re.compile(r"Sanitizer|runtime error: |terminate called")
DEFAULT_SECONDS = 30      # by the clock, what a run with default limits may take
DEFAULT_MIB = 1024
GRACE_SECONDS = 1
OVERHEAD_MIB = 48         # the program itself and its libraries


def judge(binary, path, kinds, flags, sanitized):
    argv = [binary, "run", path, "--profile", "python"] + [str(word) for pair in flags.items() for word in pair]
    seconds = (flags["--timeout"] + GRACE_SECONDS if flags else DEFAULT_SECONDS) * (10 if sanitized else 1)
    most_mib = flags["--max-memory"] / MIB + OVERHEAD_MIB if flags else DEFAULT_MIB
    began = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        peak_kib = 0
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            try:
                with open(f"/proc/{process.pid}/status") as f:
                    peak_kib = max([peak_kib] + [int(line.split()[1]) for line in f if line.startswith("VmHWM:")])
            except (OSError, ValueError):
                pass
            if time.monotonic() - began > seconds:
                process.kill()
                process.wait()
                return f"still running after {seconds} s"
            time.sleep(0.005)
        process.returncode = 0
        code = os.waitstatus_to_exitcode(status)
        err.seek(0)
        text = err.read().decode("utf-8", "replace")
        out.seek(0)
        printed = out.read()
    limit = re.search(r"^limit: (\w+)$", text, re.M)
    how = "refused" if code == 2 else limit[1] if code == 3 and limit else f"exit {code}"
    if SANITIZER.search(text):
        return "a sanitizer's report: " + text[:500]
    if how not in kinds:
        return f"ended with {how}, not {' or '.join(kinds)}: {text[-300:]}"
    if printed:
        return f"printed {printed[:80]!r}"
    if not sanitized and peak_kib / 1024 > most_mib:
        return f"took {peak_kib / 1024:.0f} MiB, at most {most_mib:.0f}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--belljar", required=True, metavar="PATH")
    parser.add_argument("--sanitized", action="store_true")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "program.py")
        for name, source, kinds in PROGRAMS:
            with open(path, "w") as f:
                f.write(source)
            for label, flags in (("default limits", {}), ("small limits", SMALL)):
                problem = judge(os.path.abspath(options.belljar), path, kinds, flags, options.sanitized)
                if problem:
                    failed += 1
                    print(f"FAILED {name}, {label}: {problem}")
    print(f"{2 * len(PROGRAMS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
