"""Fills templates. A Scope is the list of (kind, name) pairs in sight."""
import re
from .literals import ATOMS
from .library import LIBRARY
from .templates import TEMPLATES, VALUES

HOLE = re.compile(r"<(!?)([a-z]+)>|@([a-z]+)")
SIZED = {"wrong"}


class Expressions:
    def __init__(self, random):
        self.random, self.scope, self.fresh = random, [], 0
        self.calls = []  # (kind of the result, name, kinds of the parameters)

    def name(self, kind, letter="v"):
        self.fresh += 1
        return f"{letter}{self.fresh}"

    def any_kind(self):
        return self.random.choice(VALUES)

    def of(self, kind, depth=3):
        r = self.random
        if kind == "any":
            kind = self.any_kind()
        if kind in ("a", "b"):
            kind = r.choice(VALUES)
            if kind == "int":
                return r.choice(ATOMS["small"])
            depth = 0
        names = [n for k, n in self.scope if k == kind]
        if names and r.random() < (0.6 if depth <= 0 else 0.35):
            return r.choice(names)
        if depth > 0 and self.calls and r.random() < 0.1:
            found = [c for c in self.calls if c[0] == kind]
            if found:
                _, name, parameters = r.choice(found)
                return self.call(name, parameters, depth)
        if depth <= 0 or kind not in TEMPLATES or kind in ATOMS and r.random() < 0.15:
            return r.choice(ATOMS[kind])
        # Some of the choices are the library's.
        table = LIBRARY if kind in LIBRARY and r.random() < 0.15 else TEMPLATES
        return self.fill(r.choice(table[kind]), depth - 1)

    def call(self, name, parameters, depth):
        r, parts = self.random, []
        for i, (pname, kind, has_default) in enumerate(parameters):
            value = self.of(kind, depth - 2)
            if has_default and r.random() < 0.4:
                continue
            parts.append(f"{pname}={value}" if r.random() < 0.3 or any("=" in p.split("(")[0] for p in parts) else value)
        if r.random() < 0.03:
            parts.append(f"nope={r.choice(ATOMS['int'])}")
        elif r.random() < 0.03 and parts:
            parts.pop()
        return f"{name}({', '.join(parts)})"

    def fill(self, template, depth):
        bound = {}
        before = list(self.scope)
        for kind in re.findall(r"@([a-z]+)", template):
            if kind not in bound:
                bound[kind] = self.name(kind, "c")
        inside = before + [(k, n) for k, n in bound.items()]

        def hole(match):
            outer, kind, binds = match.groups()
            if binds:
                return bound[binds]
            self.scope = before if outer else inside
            return self.of(kind, depth)

        text = HOLE.sub(hole, template)
        self.scope = before
        return text
