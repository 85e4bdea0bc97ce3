#!/usr/bin/env python3
"""Growth curves: the steps of an operation on a collection of N items, N from 1,000 to 1,000,000.

    bench/growth.py build/release/belljar            prints the table
    bench/growth.py build/release/belljar --check    fails where steps grow faster than the row allows

Steps are deterministic, so this is a test and not a stopwatch. A row allows as many times the steps for
ten times the items: 10 for linear work, with room for a constant and for doubling.
"""
import argparse
import json
import subprocess
import sys
import tempfile

SIZES = (1_000, 10_000, 100_000, 1_000_000)
LINEAR, DOUBLING, SORTING = 11.5, 16.0, 14.0  # DOUBLING: the result is copied as it grows

ROWS = (  # name, times allowed, what is made first, what is measured
    ("list: append", LINEAR, "x = []", "for i in range(N): x.append(i)"),
    ("list: index and assign", LINEAR, "x = [0] * N", "for i in range(N): x[i] = x[i - 1] + 1"),
    ("list: comprehension", LINEAR, "", "x = [i * 2 for i in range(N)]"),
    ("list: pop at the end", LINEAR, "x = list(range(N))", "while x: x.pop()"),
    ("list: extend", LINEAR, "x = []", "for i in range(N // 10): x.extend((1, 2, 3, 4, 5, 6, 7, 8, 9, 10))"),
    ("list: slices of ten", LINEAR, "x = list(range(N))", "y = [x[i:i + 10] for i in range(0, N, 10)]"),
    ("list: reverse and copy", LINEAR, "x = list(range(N))", "y = x[::-1]; z = list(y)"),
    ("list: sort", SORTING, "x = [i * 7919 % 1000003 for i in range(N)]", "x.sort()"),
    ("list: sort with a key", SORTING, "x = [str(i * 7919 % 1000003) for i in range(N)]", "x.sort(key=len)"),
    ("list: sum, min, max", LINEAR, "x = list(range(N))", "a = sum(x), min(x), max(x)"),
    ("dict: insert ints", LINEAR, "x = {}", "for i in range(N): x[i] = i"),
    ("dict: insert texts", LINEAR, "x = {}", "for i in range(N): x[str(i)] = i"),
    ("dict: look up", LINEAR, "x = {i: i for i in range(N)}", "for i in range(N): x[i]"),
    ("dict: items", LINEAR, "x = {i: i for i in range(N)}", "for k, v in x.items(): pass"),
    ("dict: delete the oldest", LINEAR, "x = {i: i for i in range(N)}", "for i in range(N): del x[i]"),
    ("dict: popitem", LINEAR, "x = {i: i for i in range(N)}", "while x: x.popitem()"),
    ("dict: copy and update", LINEAR, "x = {i: i for i in range(N)}", "y = dict(x); y.update(x)"),
    ("set: add", LINEAR, "x = set()", "for i in range(N): x.add(i)"),
    ("set: union, intersection, difference", LINEAR, "x = set(range(N)); y = set(range(N // 2, N + N // 2))",
     "a = x | y; b = x & y; c = x - y"),
    ("set: pop", LINEAR, "x = set(range(N))", "while x: x.pop()"),
    ("str: += a character", LINEAR, "s = ''", "for i in range(N): s += 'x'"),
    ("str: join", LINEAR, "x = ['ab'] * N", "s = ','.join(x)"),
    ("str: split", LINEAR, "s = 'ab,' * N", "x = s.split(',')"),
    ("str: replace", DOUBLING, "s = 'ab,' * N", "t = s.replace(',', ';;')"),
    ("str: find at the end", LINEAR, "s = 'ab' * N + 'c'", "s.find('c'), s.find('bc'), s.count('ba')"),
    ("str: find what nearly repeats", DOUBLING, "s = 'a' * N; t = 'a' * (N // 2) + 'b'", "s.find(t), s.count(t), t in s"),
    ("str: iterate", LINEAR, "s = 'x\\u00e9' * N", "for c in s: pass"),
    ("str: index", LINEAR, "s = 'x\\u00e9' * N", "for i in range(0, N): s[i]"),
    ("str: upper, strip, encode", LINEAR, "s = ' ' + 'xy\\u00e9' * N + ' '", "a = s.upper(); b = s.strip(); c = s.encode()"),
    ("bytes: += a byte, bytearray", LINEAR, "b = bytearray()", "for i in range(N): b += b'x'"),
    ("tuple: from a generator", LINEAR, "", "t = tuple(i for i in range(N))"),
    ("deque: both ends", LINEAR, "from collections import deque\nd = deque()",
     "for i in range(N): d.append(i)\nfor i in range(N): d.popleft()"),
    ("heap of classes: objects", LINEAR, "class P:\n    def __init__(self, v):\n        self.v = v",
     "x = [P(i) for i in range(N)]"),
    ("re: search", LINEAR, "import re\ns = 'a' * N", "re.search('(a*)*b', s)"),
    ("json: dumps and loads", LINEAR, "import json\nx = [{'k': i, 's': str(i)} for i in range(N // 10)]",
     "y = json.loads(json.dumps(x))"),
)


def steps(belljar, setup, work, size):
    source = f"N = {size}\n{setup}\n{work}\n"
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(source)
        file.flush()
        done = subprocess.run(
            [belljar, "run", "--profile", "python", "--json", "--max-steps", "10000000000", "--max-memory", "4G",
             "--timeout", "300", file.name], capture_output=True, text=True)
    outcome = json.loads(done.stdout)
    if outcome["status"] != "ok":
        sys.exit(f"growth: {outcome['status']} in\n{source}{done.stderr}")
    return outcome["usage"]["steps"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("belljar")
    parser.add_argument("--check", action="store_true", help="fail where a row grows too fast")
    options = parser.parse_args()
    sizes = SIZES[:-1] if options.check else SIZES
    print("| steps an item | " + " | ".join(f"{size:,}" for size in sizes) + " |")
    print("| --- |" + " ---: |" * len(sizes))
    wrong = []
    for name, allowed, setup, work in ROWS:
        counts = [steps(options.belljar, setup, work, size) - steps(options.belljar, setup, "", size) for size in sizes]
        print(f"| {name} | " + " | ".join(f"{count / size:.2f}" for count, size in zip(counts, sizes)) + " |")
        for less, more in zip(counts, counts[1:]):
            if more > less * allowed:
                wrong.append(f"{name}: {less} steps, {more} for ten times the items")
    if options.check and wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
