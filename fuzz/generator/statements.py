"""Statements, as lists of lines. What changes a name in a loop is cut to size, so that no value grows without end."""
from .expressions import Expressions
from .literals import ATOMS

CUT = {"int": "({}) % 1000003", "str": "({})[:12]", "list": "({})[:6]", "bytes": "({})[:9]", "tuple": "({})[:5]", "mixed": "({})[:5]", "strs": "({})[:5]"}
KINDS = ["int", "int", "float", "str", "str", "list", "list", "bytes", "tuple", "dict", "set", "mixed", "bool", "complex", "strs", "range"]
ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "AttributeError", "(KeyError, IndexError)", "ArithmeticError", "LookupError", "Exception", "OverflowError"]
RAISES = ["ValueError(<str>)", "KeyError(<key>)", "TypeError", "IndexError(<int>, <str>)", "ZeroDivisionError()", "Exception(<any>)", "LookupError(<str>)", "StopIteration(<int>)", "RuntimeError(<tuple>)", "OSError(<small>, <str>)", "AssertionError(<float>)", "None", "<int>"]
PATTERNS = ["0", "1 | 2 | 3", "-1", "'a' | 'abc'", "None", "True", "[]", "[x]", "[x, y]", "[x, *rest]", "[*_, last]", "(1, x)", "{'a': x}", "{'a': 1, **rest}", "{}", "int(x)", "str(x)", "float()", "list(x)", "(int() | float()) as x", "[int(x), str(y), *_]",
            "bool(x)", "dict(x)", "bytes(x)", "tuple((a, b))", "1.5", "[[x], *_]", "x if <bool>", "complex(real=x)", "str() as x if <bool>", "{1: x}", "b'a'", "2 + 1j"]


def indent(lines):
    return ["    " + line for line in lines]


class Statements(Expressions):
    def __init__(self, random):
        super().__init__(random)
        self.loops, self.functions, self.depth = 0, 0, 0
        self.generator = False

    def block(self, size):
        saved, lines = list(self.scope), []
        for _ in range(size):
            lines += self.statement()
        self.scope = saved
        return lines or ["pass"]

    def statement(self):
        r = self.random
        if self.depth > 3:
            return self.show()
        self.depth += 1
        try:
            return self.pick()()
        finally:
            self.depth -= 1

    def pick(self):
        table = [(20, self.show), (6, self.show_wrong), (12, self.assign), (5, self.augmented), (4, self.if_), (5, self.for_), (3, self.while_), (7, self.try_), (4, self.unpack),
                 (6, self.item), (4, self.match), (2, self.with_), (2, self.delete), (2, self.assert_), (4, self.call_statement), (3, self.method_statement)]
        if self.functions:
            table += [(3, self.exit)]
        elif self.loops:
            table += [(3, self.exit)]
        if self.depth <= 2:
            table += [(5, self.function), (3, self.generator_function), (3, self.closure)]
        at = self.random.random() * sum(w for w, _ in table)
        for weight, made in table:
            at -= weight
            if at < 0:
                return made
        return self.show

    def show(self):
        value = self.of(self.any_kind() if self.random.random() < 0.8 else "set", 3)
        if self.random.random() < 0.15:
            return [f"print(show({value}))"]
        return ["try:", f"    print(show({value}))", "except Exception as e:", "    print(type(e).__name__, e)"]

    def show_wrong(self):
        return ["try:", f"    print(show({self.of('wrong', 2)}))", "except Exception as e:", "    print(type(e).__name__, e)"]

    def guarded(self, line):
        return ["try:", "    " + line, "except Exception as e:", "    print(type(e).__name__, e)"]

    def assign(self):
        kind = self.random.choice(KINDS)
        names = [n for k, n in self.scope if k == kind]
        if names and self.random.random() < 0.4:
            name = self.random.choice(names)
            value = CUT.get(kind, "{}").format(self.of(kind, 2))
            if kind in ("float", "complex", "bool", "dict", "set", "range"):
                value = self.of(kind, 1)
        else:
            value, name = self.of(kind, 2), self.name(kind)
        lines = [f"{name} = {value}"]
        if self.random.random() < 0.75:
            lines = ["try:", f"    {name} = {value}", "except Exception as e:", "    print(type(e).__name__, e)", f"    {name} = {self.random.choice(ATOMS[kind])}"]
        self.scope = self.scope + [(kind, name)]
        return lines

    def augmented(self):
        kind = self.random.choice(["int", "float", "str", "list", "set", "tuple", "bytes", "dict", "complex"])
        names = [n for k, n in self.scope if k == kind]
        if not names:
            return self.assign()
        name, value = self.random.choice(names), self.random.choice(ATOMS[kind])
        op = self.random.choice({"int": ["+=", "-=", "//=", "%=", "&=", "|=", "^=", ">>="], "float": ["+=", "-=", "*=", "/=", "//=", "%="], "set": ["|=", "&=", "-=", "^="], "dict": ["|="], "complex": ["+=", "*=", "-=", "/="]}.get(kind, ["+="]))
        if self.random.random() < 0.1:
            op, value = self.random.choice(["-=", "@=", "/=", "&="]), self.of("a")
        return self.guarded(f"{name} {op} {value}") + [f"print(show({name}))"]

    def if_(self):
        lines = [f"if {self.of('bool', 2)}:"] + indent(self.block(2))
        if self.random.random() < 0.4:
            lines += [f"elif {self.of('any', 1)}:"] + indent(self.block(1))
        if self.random.random() < 0.6:
            lines += ["else:"] + indent(self.block(2))
        return lines

    def loop(self, head, names):
        saved = self.scope
        self.scope = self.scope + names
        self.loops += 1
        body = self.block(2)
        self.loops -= 1
        self.scope = saved
        lines = [head] + indent(body)
        if self.random.random() < 0.4:
            lines += ["else:"] + indent(self.block(1))
        return lines

    def for_(self):
        kind, source, names = self.random.choice([("int", "<range>[:4]", 1), ("int", "<list>[:4]", 1), ("str", "<str>[:4]", 1), ("str", "<strs>[:3]", 1), ("int", "enumerate(<strs>[:3])", 2), ("any", "list(<dict>.items())[:3]", 2), ("int", "zip(<list>[:3], <range>)", 2), ("int", "<bytes>[:3]", 1)])
        n = self.name("int")
        if names == 1:
            return self.guard_loop(self.loop(f"for {n} in {self.fill(source, 1)}:", [(kind, n)]))
        m = self.name("int")
        return self.guard_loop(self.loop(f"for {n}, {m} in {self.fill(source, 1)}:", [(kind, n)]))

    def guard_loop(self, lines):
        if self.random.random() < 0.5:
            return lines
        return ["try:"] + indent(lines) + ["except Exception as e:", "    print(type(e).__name__, e)"]

    def while_(self):
        n = self.name("int", "w")
        lines = self.loop(f"while {n} < {self.random.randint(1, 4)}:", [])
        return [f"{n} = 0"] + [lines[0], f"    {n} += 1"] + lines[1:]

    def exit(self):
        options = (["break", "continue"] if self.loops else []) + ([f"return {self.of(self.any_kind(), 1)}"] if self.functions and not self.generator else []) + ([f"yield {self.of('int', 1)}"] * 2 if self.generator and self.functions else [])
        options = options or ["pass"]
        exit = self.random.choice(options)
        return [f"if {self.of('bool', 1)}:", "    " + exit] if self.random.random() < 0.7 else [exit]

    def raise_(self):
        line = "raise " + self.fill(self.random.choice(RAISES), 1)
        if self.random.random() < 0.25:
            line += " from " + self.random.choice(["None", "ValueError('cause')", "KeyError(1)"])
        return [line]

    def try_(self):
        saved = self.scope
        lines = ["try:"] + indent(self.block(self.random.randint(0, 2)) + (self.raise_() if self.random.random() < 0.5 else [f"print(show({self.of('any', 2)}))"]))
        finally_ = self.random.random() < 0.5
        if not finally_ or self.random.random() < 0.8:
            for error in self.random.sample(ERRORS, self.random.randint(0, 2)):
                lines += [f"except {error} as e:", "    print('caught', type(e).__name__, e, e.args)"]
            lines += ["except Exception as e:", "    print('other', type(e).__name__, e, type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__)"]
            if self.random.random() < 0.2:
                lines += ["    try:", "        raise RuntimeError('again')", "    except RuntimeError as f:", "        print(f, repr(f.__context__))"]
            if self.random.random() < 0.3:
                lines += ["else:"] + indent(self.block(1))
        if finally_:
            lines += ["finally:", "    print('finally')"] + indent(self.exit() if (self.functions or self.loops) and self.random.random() < 0.5 else [])
        self.scope = saved
        return lines

    def unpack(self):
        a, b, c = (self.name("any") for _ in range(3))
        target = self.random.choice([f"{a}, {b}", f"{a}, *{b}", f"*{a}, {b}", f"{a}, *{b}, {c}", f"[{a}, ({b}, *{c})]", f"{a} = {b}, {c}", f"{a}, {b}, {c}"])
        kind = self.random.choice(["list", "tuple", "str", "range", "mixed", "bytes", "dict", "int", "none"])
        names = [n for n in (a, b, c) if n in target]
        return ["try:", f"    {target} = {self.of(kind, 1)}", f"    print({', '.join(f'show({n})' for n in names)})", "except Exception as e:", "    print(type(e).__name__, e)"]

    def item(self):
        r = self.random
        kind = r.choice(["list", "list", "dict", "mixed", "bytearray", "tuple", "str"])
        names = [n for k, n in self.scope if k == kind]
        start = []
        if not names:
            names = [self.name(kind)]
            start = [f"{names[0]} = {r.choice(ATOMS[kind])}"]
            self.scope = self.scope + [(kind, names[0])]
        name = r.choice(names)
        if kind == "dict":
            line = r.choice(["N[<key>] = <any>", "del N[<key>]", "N.setdefault(<key>, <any>)", "N.pop(<key>, None)", "N.update(a=<int>)", "print(show(N.popitem()))", "N[<any>] = 1"])
        else:
            line = r.choice(["N[<small>] = <int>", "N[<bound>:<bound>] = <list>", "N[<bound>:<bound>:<step>] = <list>", "del N[<small>]", "del N[<bound>:<bound>:<step>]", "N[<small>] += 1", "N.insert(<small>, <int>)", "print(N.pop())", "N.sort()", "N.reverse()", "N.extend(<str>)", "N[<any>] = 0", "N[:] = <str>", "N[<bound>:<bound>] = <bytes>", "N[::<step>] = <a>"])
        return start + self.guarded(self.fill(line, 1).replace("N", name, 1) if "N" in line else line) + [f"print(show({name}))"]

    def match(self):
        lines = [f"match {self.of('any', 1)}:"]
        for pattern in self.random.sample(PATTERNS, self.random.randint(2, 5)):
            lines += [f"    case {self.fill(pattern, 1)}:", f"        print('case', {pattern.split(' if ')[0]!r})"]
        return lines + ["    case _:", "        print('no case')"]

    def with_(self):
        return [f"with Manager({self.of('small')}, {self.random.choice(['True', 'False'])}) as m:"] + indent(self.block(1) + (self.raise_() if self.random.random() < 0.3 else [])) if self.random.random() < 0.4 else \
            ["try:"] + indent([f"with Manager({self.of('small')}, False) as m, Manager(m, {self.of('bool', 1)}):"] + indent(self.block(1) + self.raise_())) + ["except Exception as e:", "    print('out', type(e).__name__, e)"]

    def delete(self):
        n = self.name("int")
        return [f"{n} = {self.of('int', 1)}" if self.random.random() < 0.3 else f"{n} = 1", f"del {n}"] + self.guarded(f"print({n})")

    def assert_(self):
        return self.guarded(f"assert {self.of('bool', 1)}, {self.of('any', 1)}")

    def call_statement(self):
        if not self.calls:
            return self.show()
        _, name, parameters = self.random.choice(self.calls)
        return self.guarded(f"print(show({self.call(name, parameters, 3)}))")

    def method_statement(self):
        return self.guarded(f"print({self.of('none', 2)})")

    def parameters(self):
        r, made, text, defaults = self.random, [], [], False
        for i in range(r.randint(0, 3)):
            kind = r.choice(["int", "str", "list", "float"])
            name = self.name(kind, "p")
            defaults = defaults or r.random() < 0.3
            made.append((name, kind, defaults))
            text.append(f"{name}={r.choice(ATOMS[kind])}" if defaults else name)
        if r.random() < 0.2:
            text.append("*args")
        if r.random() < 0.2:
            text.append("**kwargs")
        return made, ", ".join(text)

    def body(self, parameters, size, generator=False):
        saved = self.scope, self.loops, self.functions, self.generator
        self.scope = [pair for pair in self.scope] + [(kind, name) for name, kind, _ in parameters]
        self.loops, self.functions, self.generator = 0, 1, generator
        lines = self.block(size)
        self.scope, self.loops, self.functions, self.generator = saved
        return lines

    def function(self):
        made, text = self.parameters()
        kind, name = self.random.choice(["int", "str", "list", "float"]), self.name("f", "f")
        head = self.random.choice(["", "", "", "@trace"])
        body = self.body(made, self.random.randint(1, 3))
        saved, self.scope = self.scope, self.scope + [(k, n) for n, k, _ in made]
        value, self.scope = self.of(kind, 2), saved
        lines = ([head] if head else []) + [f"def {name}({text}):"] + indent(body + [f"return {value}"])
        if self.depth == 1:
            self.calls.append((kind, name, made))
        return lines + self.guarded(f"print(show({self.call(name, made, 3)}))")

    def generator_function(self):
        name = self.name("g", "g")
        body = self.body([], self.random.randint(1, 2), generator=True)
        tail = self.random.choice(["yield from [1, 2]", "return 'done'", "yield 'x'", "x = yield 5\nprint('got', x)", "try:\n    yield 1\n    yield 2\nfinally:\n    print('closing')", "try:\n    yield 3\nexcept ValueError as e:\n    yield str(e)", "r = yield from inner()\nprint('inner gave', r)"])
        drives = ["print(show(list(G())[:9]))", "g = G()\nprint(show(next(g)))\nprint(show(g.send('sent')))\nprint(show(list(g)[:5]))", "g = G()\nprint(show(next(g)))\nprint(g.close())\nprint(show(next(g, 'end')))", "g = G()\nprint(show(next(g)))\nprint(show(g.throw(ValueError('thrown'))))", "for v in G():\n    print(show(v))\n    break", "a, *b = G()\nprint(show(a), show(b))", "g = G()\ng.send(1)"]
        # A generator that is left suspended is closed by CPython when it likes, by Belljar never.
        cleans_up = any("finally" in line or "with " in line for line in [*body, tail])
        drive = self.random.choice([d for d in drives if "list(G())" in d or not cleans_up])
        return [f"def {name}():"] + indent(["yield 0"] * self.random.randint(0, 1) + body + tail.split("\n")) + ["try:"] + indent(drive.replace("G", name).split("\n")) + ["except Exception as e:", "    print(type(e).__name__, e)"]

    def closure(self):
        n, o, i = self.name("n", "n"), self.name("o", "o"), self.name("i", "i")
        use = self.random.choice([f"nonlocal {n}", f"nonlocal {n}", ""])
        inner = ([use] if use else []) + [self.random.choice([f"{n} += 1", f"{n} = {n} * 2", f"print({n})", f"{n} = x"]), f"return ({n}, x)"]
        return [f"def {o}({n}):", f"    def {i}(x={self.random.choice(ATOMS['int'])}):"] + indent(indent(inner)) + [f"    print(show({i}()))", f"    print({n})", f"    return {i}"] + self.guarded(f"print({o}({self.of('int', 1)})({self.of('small')}))")
