#!/usr/bin/env python3
"""Instruction counts of ten small programs against the committed baseline (bench/instructions.json).

    bench/instructions.py build/release/belljar            compares; more than 5 % worse fails
    bench/instructions.py build/release/belljar --update   writes the baseline

Counted by callgrind, so a busy machine does not matter. The count of an empty program is taken off. The
baseline belongs to the compiler and the libraries of Debian 12.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

BASELINE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "instructions.json")
TOLERANCE = 0.05

PROGRAMS = {
    "calls": "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(19)\n",
    "loops": "n = 0\nfor i in range(200000):\n    if i % 3 == 0:\n        n += i\n",
    "floats": "x = 0.0\nfor i in range(100000):\n    x = x * 0.5 + i / 3.0\n",
    "attributes": "class P:\n    def __init__(self):\n        self.v = 0\n    def step(self, n):\n"
                  "        self.v = self.v + n\np = P()\nfor i in range(50000):\n    p.step(i)\n",
    "generators": "def numbers(n):\n    for i in range(n):\n        yield i\nsum(x for x in numbers(50000) if x % 2)\n",
    "exceptions": "d = {}\nfor i in range(20000):\n    try:\n        d[i % 100]\n    except KeyError:\n        d[i % 50] = i\n",
    "dicts": "d = {}\nfor i in range(50000):\n    k = 'k' + str(i % 500)\n    d[k] = d.get(k, 0) + 1\n",
    "events": "def decide(e):\n    p = e['payload']\n    return {'ok': p['user'] in ('ana', 'bo'), 'why': f\"{p['user']}: {p['n']}\"}\n"
              "for i in range(15000):\n    decide({'payload': {'user': 'bo', 'n': i}})\n",
    "texts": "n = 0\nfor i in range(10000):\n    n += len(' '.join(w.upper() for w in 'a bc def'.split()).replace('B', 'xx'))\n",
    "json": "import json\nx = [{'id': i, 'name': 'n' * 9, 'tags': ['a', 'b'], 'rate': i / 7} for i in range(500)]\n"
            "for i in range(8):\n    x = json.loads(json.dumps(x))\n",
}


def count(belljar, source):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "program.py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", belljar, "run", "--profile", "python",
             "--timeout", "300", path], capture_output=True, text=True)
    collected = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not collected:
        sys.exit(f"instructions: no count\n{done.stderr}")
    return int(collected.group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("belljar")
    parser.add_argument("--update", action="store_true", help="write the baseline")
    options = parser.parse_args()
    sources = {"start-up": "", **PROGRAMS}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counts = dict(zip(sources, pool.map(lambda source: count(options.belljar, source), sources.values())))
    for name in PROGRAMS:
        counts[name] -= counts["start-up"]
    if options.update:
        with open(BASELINE, "w", encoding="utf-8") as file:
            json.dump(counts, file, indent=1)
            file.write("\n")
        return
    with open(BASELINE, encoding="utf-8") as file:
        baseline = json.load(file)
    if baseline.keys() != counts.keys():
        sys.exit("instructions: the baseline is of other programs (--update)")
    print("| program | baseline | now | change |\n| --- | ---: | ---: | ---: |")
    worse = []
    for name, now in counts.items():
        change = now / baseline[name] - 1
        print(f"| {name} | {baseline[name]:,} | {now:,} | {change * 100:+.1f} % |")
        if change > TOLERANCE:
            worse.append(name)
    if worse:
        sys.exit(f"instructions: more than {TOLERANCE * 100:.0f} % worse: {', '.join(worse)}")


if __name__ == "__main__":
    main()
