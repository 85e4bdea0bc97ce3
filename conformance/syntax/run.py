#!/usr/bin/env python3
"""Sources that do not compile: CPython 3.11 and `belljar check` must refuse the same ones with the same words.

    run.py --belljar PATH [--mutants N] [--seed S] [--show N]

Compared are acceptance, the message with its class, and the place (line, column and their ends as CPython's carets
show them). Sources come from cases.py (families of small ones) and from mutants of the programs beside this
folder: a token deleted, inserted, replaced or moved. Must run under CPython 3.11, which is the oracle. An
acceptance or a message that differs is a failure; places may differ in --places N cases (default 0 for the
families, one in a hundred for mutants: CPython's places inside f-strings depend on its buffers).
"""
import argparse
import ast
import glob
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import tokenize
import warnings

import cases

HERE = os.path.dirname(os.path.abspath(__file__))
INSERTED = """( ) [ ] { } : , = == * ** lambda if else for in not is return yield await async def class del global nonlocal
import from as with try except finally raise assert pass break continue while match case _ x 1 's' f'{x}' b'b' := -> @ .
... + - ~ += //= ! ? $ 0x 1.5e 01 None True print elif or and x\\ y 1_ 0b2 0o8 1__0 1a ; __debug__ f'{ f'{a\\ b}'
f'{x!z}' '\\\\x' '\\\\N{foo}' ' \"\"\" \\u00e9 \\u00a0 \\u2018""".replace("\\ ", "\0").split()
INSERTED = [text.replace("\0", " ").replace("\\u00e9", "é").replace("\\u00a0", "\u00a0").replace("\\u2018", "‘")
            for text in INSERTED] + ["\\\n", "\n", "\n    ", "\t"]


def verdict(source):
    """What CPython says: None, or (message, line, column, end line, end column) as `belljar check` words it."""
    try:
        compile(source, "x.py", "exec", dont_inherit=True)
    except SyntaxError as e:
        kind = type(e).__name__
        message = e.msg if kind == "SyntaxError" else f"{kind}: {e.msg}"
        line, column, end_line, end_column = e.lineno, max(e.offset, 1), e.end_lineno, e.end_offset
        if end_column is None:  # CPython gives the start alone
            return (message, line, column)
        # A place that ends where it starts, or before it, is shown as one caret.
        if end_line == line and end_column <= column:
            end_line, end_column = line, column + 1
        return (message, line, column, end_line, end_column)
    except (ValueError, RecursionError, MemoryError):
        return "untold"
    return None


def chunks():
    """The top-level statements of the programs, as text."""
    found = []
    for path in sorted(glob.glob(os.path.join(HERE, "..", "programs", "*", "*.py"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        try:
            tree = ast.parse(text)
        except SyntaxError:
            continue
        lines = text.splitlines(True)
        for node in tree.body:
            first = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
            chunk = "".join(lines[first - 1:node.end_lineno])
            if len(chunk) < 1500:
                found.append(chunk)
    return found


def mutate(chance, source):
    try:
        tokens = [t for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type != tokenize.ENDMARKER]
    except (tokenize.TokenError, SyntaxError, IndentationError):
        return None
    lines = source.splitlines(True)

    def span(token):
        return tuple(sum(map(len, lines[:row - 1])) + column for row, column in (token.start, token.end))

    kind = chance.randrange(7)
    at = chance.randrange(len(tokens))
    start, end = span(tokens[at])
    if kind == 0:
        return source[:start] + source[end:]
    if kind == 1:
        return source[:start] + " " + chance.choice(INSERTED) + " " + source[start:]
    if kind == 2:
        return source[:start] + chance.choice(INSERTED) + source[end:]
    if kind == 3:
        return source[:start] + chance.choice(tokens).string + " " + source[start:]
    if kind == 4:
        return source[:start] + chance.choice(tokens).string + source[end:]
    if kind == 5:
        place = chance.randrange(len(source))
        return source[:place] + source[place + 1:]
    if at + 1 == len(tokens):
        return None
    after, stop = span(tokens[at + 1])
    return source[:start] + source[after:stop] + source[end:after] + source[start:end] + source[stop:]


def mutants(seed, count):
    chance = random.Random(seed)
    sources = chunks()
    made = []
    while len(made) < count:
        source = chance.choice(sources)
        mutant = mutate(chance, source)
        if mutant and chance.random() < 0.3:
            mutant = mutate(chance, mutant)
        if mutant and mutant != source and "\0" not in mutant:
            made.append(mutant)
    return made


def ask_belljar(belljar, sources):
    """A list of the syntax errors' diagnostics, or None where there is none."""
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, len(sources), 500):
            paths = []
            for i, source in enumerate(sources[first:first + 500]):
                paths.append(os.path.join(folder, f"{i}.py"))
                with open(paths[-1], "wb") as file:
                    file.write(source.encode("utf-8", "surrogatepass"))
            done = subprocess.run([belljar, "check", "--profile", "python", "--json", *paths], capture_output=True)
            files = {f["file"]: f["diagnostics"] for f in json.loads(done.stdout)["files"]}
            for path in paths:
                errors = [d for d in files[path] if d["rule"].startswith("syntax.") and d["severity"] == "error"]
                answers.append(errors[0] if errors else None)
    return answers


def compare(title, sources, options, places_allowed):
    counts = {"acceptance": 0, "message": 0, "place": 0}
    refused = shown = 0
    for source, answer in zip(sources, ask_belljar(options.belljar, sources)):
        wanted = verdict(source)  # as text: from bytes, CPython counts columns in bytes
        if wanted == "untold":
            continue
        refused += wanted is not None
        got = answer and (answer["message"], answer["line"], answer["column"], answer["end_line"],
                          answer["end_column"])
        if got == wanted or (wanted and got and got[:len(wanted)] == wanted):
            continue
        kind = ("acceptance" if (got is None) != (wanted is None) else
                "message" if got[0] != wanted[0] else "place")
        counts[kind] += 1
        if shown < options.show and (kind != "place" or places_allowed == 0 or options.places):
            shown += 1
            print(f"{kind}: wanted {wanted}\n  got {got}\n  source {source[:300]!r}")
    print(f"{title}: {len(sources)} sources, {refused} refused by CPython; differences: {counts}")
    return counts["acceptance"] == 0 and counts["message"] == 0 and counts["place"] <= places_allowed


def main():
    assert sys.version_info[:2] == (3, 11), "the oracle is CPython 3.11"
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--belljar", required=True, metavar="PATH")
    parser.add_argument("--mutants", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40, help="differences printed (default: %(default)s)")
    parser.add_argument("--places", action="store_true", help="print differing places of mutants too")
    options = parser.parse_args()
    options.belljar = os.path.abspath(options.belljar)
    good = compare("families", list(cases.all_sources()), options, 0)
    if options.mutants:
        good &= compare("mutants", mutants(options.seed, options.mutants), options, options.mutants // 100)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
