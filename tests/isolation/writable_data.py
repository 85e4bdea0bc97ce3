#!/usr/bin/env python3
"""The libraries have no writable data: no state outlives an evaluation or is shared by two.

    writable_data.py LIBRARY.a...

Reads the symbols of each object file. A symbol counts if its section is writable when the program
runs: .data, .bss and their kin, .tdata and .tbss. Tables with addresses in them (.data.rel.ro) are
written by the dynamic linker alone and are read-only afterwards. ALLOWED lists the rest, each with
its reason; a row that nothing needs any more is an error, too.
"""
import re
import subprocess
import sys

# (library, demangled name): constants that are made on first use, under the compiler's guard, and never written again.
ALLOWED = {
    ("libbelljar_compile.a", "belljar::runtime_constants()::view"): "has no members; its address is shared",
    ("libbelljar_live.a", "belljar::live::member()::null"): "the JSON null, whose address stands for nothing",
    ("libbelljar_sdk.a", "belljar::sym::()::member()::kNothing"): "the JSON null, whose address stands for nothing",
}
WRITABLE = re.compile(r"^\.(data|bss|tdata|tbss|ldata|lbss)(\.|$)")
READ_ONLY = re.compile(r"^\.data\.(rel\.ro|rel\.local\.DW\.ref|DW\.ref)")


def objects(library):
    """Per object file: its name, sections by index, symbols (name, type, section index, size)."""
    text = subprocess.run(["readelf", "-SsW", library], check=True, capture_output=True, text=True).stdout
    for part in re.split(r"^File: ", text, flags=re.M)[1:]:
        sections = {int(m[1]): (m[2], int(m[3], 16), m[4]) for m in re.finditer(
            r"^\s*\[\s*(\d+)\]\s+(\S+)\s+\S+\s+[0-9a-f]+\s+[0-9a-f]+\s+([0-9a-f]+)\s+\S+\s+([A-Za-z]*)", part, re.M)}
        symbols = [(m[4], m[2], int(m[3]), int(m[1], 0)) for m in re.finditer(
            r"^\s*\d+:\s+[0-9a-f]+\s+(\S+)\s+(\S+)\s+\S+\s+\S+\s+(\d+)\s+(\S+)", part, re.M)]
        yield part.split("\n", 1)[0], sections, symbols


def demangled(name):
    """Without parameter lists, and a guard variable as what it guards."""
    text = subprocess.run(["c++filt", name], check=True, capture_output=True, text=True).stdout.strip()
    text = text.removeprefix("guard variable for ")
    while (shorter := re.sub(r"\([^()]+\)( const)?", "()", text)) != text:
        text = shorter
    return text


def main():
    libraries = sys.argv[1:]
    if not libraries:
        sys.exit(__doc__)
    found, files, wrong = set(), 0, 0
    for library in libraries:
        short = library.rsplit("/", 1)[-1]
        for file, sections, symbols in objects(library):
            files += 1
            named = {}
            for name, kind, section, size in symbols:
                where = sections.get(section, ("", 0, ""))[0]
                if not WRITABLE.match(where) or READ_ONLY.match(where) or kind == "SECTION":
                    continue
                named[section] = named.get(section, 0) + size
                key = (short, demangled(name))
                found.add(key)
                if key not in ALLOWED:
                    wrong += 1
                    print(f"{file}: {key[1]} is writable ({where}, {size} bytes)")
            for index, (where, size, _) in sections.items():
                if size and index not in named and WRITABLE.match(where) and not READ_ONLY.match(where):
                    wrong += 1
                    print(f"{file}: {where} has {size} bytes without a name")
    for key in set(ALLOWED) - found:
        wrong += 1
        print(f"{key} is allowed, but is not there any more")
    print(f"{files} object files, {len(found)} allowed, {wrong} wrong")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
