#!/usr/bin/env python3
"""Proves that the man page and the completions know what the command line knows: every command and
every option that `belljar help COMMAND` shows, and no option that it does not."""
import argparse
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
COMMANDS = ["check", "run", "test", "record", "replay", "subset", "disasm"]
OPTION = re.compile(r"--[a-z][a-z-]*")
FILES = {
    "man/belljar.1": lambda text: set(OPTION.findall(text.replace("\\-", "-"))),
    "completions/belljar.bash": lambda text: set(OPTION.findall(text)),
    "completions/_belljar": lambda text: set(OPTION.findall(text)),
    "completions/belljar.fish": lambda text: {"--" + name for name in re.findall(r" -l ([a-z-]+)", text)},
}
# `compgen … -- "$cur"`, patterns, options of belljar itself.
NOT_OPTIONS = {"--version", "--max-"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--belljar", required=True)
    belljar = parser.parse_args().belljar
    known = set()
    for command in COMMANDS:
        text = subprocess.run([belljar, "help", command], capture_output=True, text=True, check=True).stdout
        known |= {option for line in text.splitlines() if line.startswith("  -") for option in OPTION.findall(line.split("  ")[1])}
    errors = []
    for name, read in FILES.items():
        text = open(os.path.join(HERE, name), encoding="utf-8").read()
        options = read(text) - NOT_OPTIONS
        errors += [f"{name}: {option} is missing" for option in sorted(known - options)]
        errors += [f"{name}: {option} is no option of any command" for option in sorted(options - known)]
        errors += [f"{name}: the command {command} is missing" for command in COMMANDS + ["help", "version"]
                   if not re.search(rf"\b{command}\b", text)]
    print("\n".join(errors) if errors else f"{len(known)} options in {len(FILES)} files")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
