#!/usr/bin/env python3
"""Compares our syntax trees with CPython 3.11's: node names, fields, values and positions.

    ast_equality.py (--dump PATH | --belljar PATH) [--stdlib] [--python PYTHON] [FILE|DIR ...]

--dump is the test helper ast_dump (one process for all files); --belljar is the command line tool
(`belljar disasm --stage ast --json FILE`, one process a file). A file that CPython refuses must be
refused by us, in the same line. Exit status 0 means that every file agrees.
"""

import argparse
import ast
import json
import os
import re
import subprocess
import sys
import sysconfig
import threading
import warnings

FORMS = {"_int", "_float", "_complex", "_str", "_bytes", "_ellipsis"}


def decode_value(value):
    """Undoes the encoding of constants that ast/dump_json.h describes."""
    if "_int" in value:
        return int(value["_int"], value["base"])
    if "_float" in value:
        return float(value["_float"])
    if "_complex" in value:
        return complex(0.0, float(value["_complex"]))
    if "_str" in value:
        return "".join(map(chr, value["_str"]))
    if "_bytes" in value:
        return value["_bytes"].encode("latin-1")
    return ...


def path_text(path):
    parts = []
    while path:
        path, part = path
        parts.append(part)
    return "".join(reversed(parts))[-200:]


def differences(ours, theirs):
    """Yields (path, text) for each difference; walks with a stack since trees may be deep."""
    stack = [(ours, theirs, (None, "Module"))]
    while stack:
        ours, theirs, path = stack.pop()
        if isinstance(theirs, ast.AST):
            name = type(theirs).__name__
            if not isinstance(ours, dict) or ours.get("_type") != name:
                yield path, f"expected {name}, got {str(ours)[:80]}"
                continue
            names = list(theirs._fields) + list(theirs._attributes)
            if [key for key in ours if key != "_type"] != names:
                yield path, f"fields {list(ours)} instead of {names}"
                continue
            for key in reversed(names):
                stack.append((ours[key], getattr(theirs, key), (path, f".{key}")))
        elif isinstance(theirs, list):
            if not isinstance(ours, list) or len(ours) != len(theirs):
                yield path, f"expected {len(theirs)} items, got {str(ours)[:80]}"
                continue
            for index in reversed(range(len(theirs))):
                stack.append((ours[index], theirs[index], (path, f"[{index}]")))
        else:
            if isinstance(ours, dict) and FORMS & set(ours):
                ours = decode_value(ours)
            # repr tells 1 from True and 0.0 from -0.0
            if type(ours) is not type(theirs) or repr(ours) != repr(theirs):
                yield path, f"expected {theirs!r:.80}, got {ours!r:.80}"


def compare(path, ours):
    with open(path, "rb") as file:
        source = file.read()
    try:
        theirs = ast.parse(source)
    except (MemoryError, RecursionError):
        return []  # beyond CPython's own limits; ours may be wider or narrower
    except (SyntaxError, ValueError) as error:
        if "_error" not in ours:
            return [f"CPython refuses it: {error}"]
        line = getattr(error, "lineno", None) or 0
        if ours["_error"]["lineno"] != line:
            return [f"refused in line {ours['_error']['lineno']}, CPython: {line} ({error})"]
        return []
    if "_error" in ours:
        if ours["_error"]["message"].startswith("unknown encoding: "):
            return []  # we read UTF-8, ASCII and Latin-1 only
        return [f"refused: {ours['_error']}"]
    return [f"{path_text(path)}: {text}" for path, text in differences(ours, theirs)]


def python_files(roots):
    for root in roots:
        if os.path.isfile(root):
            yield root
        for folder, subfolders, names in os.walk(root):
            subfolders.sort()
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(folder, name)


def refusal(stderr):
    """What the command line tool says of a file that it refuses, in the form of ast_dump."""
    text = stderr.decode("utf-8", "replace")
    place = re.search(r"^ *--> .*:(\d+):\d+$", text, re.MULTILINE)
    error = {"message": re.sub(r"^error\[[^]]*\]: ", "", text.split("\n")[0]), "lineno": int(place.group(1)) if place else 0}
    return json.dumps({"_error": error}).encode()


def dumps(options, files):
    if options.belljar:
        for path in files:
            command = [options.belljar, "disasm", "--stage", "ast", "--json", path]
            result = subprocess.run(command, capture_output=True, check=False)
            yield result.stdout if result.returncode == 0 else refusal(result.stderr)
        return
    command = [options.dump, "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for path in files:
            process.stdin.write(path.encode() + b"\n")
            process.stdin.flush()
            yield process.stdout.readline()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dump")
    parser.add_argument("--belljar")
    parser.add_argument("--python", help="run under this interpreter (it must be CPython 3.11)")
    parser.add_argument("--stdlib", action="store_true")
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args()
    if options.python and os.path.realpath(options.python) != os.path.realpath(sys.executable):
        arguments = [a for a in sys.argv if a not in ("--python", options.python)]
        os.execv(options.python, [options.python] + arguments)
    if sys.version_info[:2] != (3, 11):
        print("needs CPython 3.11", file=sys.stderr)
        return 77
    warnings.simplefilter("ignore")
    roots = list(options.paths)
    if options.stdlib:
        roots.append(sysconfig.get_paths()["stdlib"])
    files = list(python_files(roots))
    failed = 0
    for path, line in zip(files, dumps(options, files)):
        try:
            found = compare(path, json.loads(line))
        except ValueError as error:
            found = [f"no JSON: {error}: {line[:80]!r}"]
        if found:
            failed += 1
            print(f"{path}: {len(found)} differences")
            for text in found[:5]:
                print(f"    {text}")
    print(f"{len(files)} files, {len(files) - failed} equal, {failed} different")
    return 1 if failed else 0


def run_with_large_stack(function):
    """Deep trees are fine for us; Python's own json and ast need a big stack for them."""
    threading.stack_size(1 << 29)
    sys.setrecursionlimit(1000000)
    results = []
    thread = threading.Thread(target=lambda: results.append(function()))
    thread.start()
    thread.join()
    return results[0] if results else 1


if __name__ == "__main__":
    sys.exit(run_with_large_stack(main))
