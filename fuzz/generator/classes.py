"""Classes: a base, perhaps a subclass, their operators and properties, and a few uses of them."""
from .statements import Statements, indent

BINARY = ["+", "-", "*", "/", "//", "%", "@", "&", "|", "^", "<<", ">>", "**"]
NAMES = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "@": "matmul", "&": "and", "|": "or", "^": "xor", "<<": "lshift", ">>": "rshift", "**": "pow"}
METHODS = ["def __repr__(self):\n    return f'{type(self).__name__}({self.x!r})'", "def __str__(self):\n    return 'S' + str(self.x)", "def __eq__(self, other):\n    return isinstance(other, @) and self.x == other.x", "def __lt__(self, other):\n    return self.x < other.x",
           "def __len__(self):\n    return <small>", "def __bool__(self):\n    return <bool>", "def __getitem__(self, i):\n    if isinstance(i, int) and not -4 < i < 4:\n        raise IndexError(i)\n    return (self.x, i)", "def __setitem__(self, i, v):\n    self.x = (i, v)", "def __delitem__(self, i):\n    print('del', i)", "def __contains__(self, v):\n    return v == self.x", "def __iter__(self):\n    yield self.x\n    yield <int>", "def __call__(self, *a, **k):\n    return (self.x, a, k)",
           "def __hash__(self):\n    return 7", "def __format__(self, spec):\n    return 'F' + spec", "def __getattr__(self, name):\n    return name * 2", "def __neg__(self):\n    return -self.x", "def __abs__(self):\n    return abs(self.x)", "def __int__(self):\n    return <int>", "def __index__(self):\n    return <small>", "def __float__(self):\n    return <float>",
           "@property\ndef half(self):\n    return self.x / 2", "@half.setter\ndef half(self, v):\n    self.x = v * 2", "@classmethod\ndef make(cls, *a):\n    return cls(*a)", "@staticmethod\ndef plain(v=<int>):\n    return v", "def __enter__(self):\n    print('in')\n    return self", "def __exit__(self, *a):\n    print('out', a[0] is None)\n    return <bool>", "def __le__(self, other):\n    return NotImplemented", "def __ne__(self, other):\n    return <any>",
           "__match_args__ = ('x',)", "tag = <any>", "def __reversed__(self):\n    return [self.x]", "def __setattr__(self, name, value):\n    object.__setattr__(self, name, value)", "def __round__(self, n=None):\n    return (self.x, n)", "def __divmod__(self, other):\n    return (other, self.x)", "def __iadd__(self, other):\n    self.x = other\n    return self"]
USES = ["str(o)", "repr(o)", "o == o", "o == p", "o != p", "o < p", "o > p", "o <= p", "o >= 1", "len(o)", "bool(o)", "o[1]", "o[1:2]", "o['k']", "1 in o", "list(o)", "o(1, a=2)", "(hash(o), 0)[1]", "f'{o:>5}'", "f'{o}'", "format(o)", "o.nope", "o.half", "-o", "+o", "~o", "abs(o)", "int(o)", "float(o)", "complex(o)", "[1, 2, 3][o]", "range(o)", "type(o).make(<int>).x",
        "o.plain()", "type(o).plain(<any>)", "o.tag", "[o, p]", "{o: 1}", "sorted([o, p])", "max(o, p)", "reversed(o)", "round(o)", "round(o, 2)", "divmod(o, <int>)", "divmod(<int>, o)", "isinstance(o, A)", "issubclass(type(p), A)", "o.x", "p.describe()", "o.describe(<int>)", "A.tag", "not o", "o and 1", "(*o,)", "'%s %r' % (o, p)", "'%d' % o", "hex(o)", "sum([o, p])", "'a' * o", "chr(o)", "o.x.y", "A(1, 2, 3)", "A()", "p.extra", "getattr(o, 'tag', 5)", "hasattr(o, 'half')", "[x for x in o]", "o is p", "callable(o)", "bytes(o)", "sorted(o)", "iter(o) and 1", "next(o)"]


class Classes(Statements):
    def klass(self):
        r = self.random
        methods = r.sample(METHODS, r.randint(3, 10))
        if any(m.startswith("@half") for m in methods):
            methods = [m for m in METHODS[20:21]] + [m for m in methods if m != METHODS[20]]
        operators = r.sample(BINARY, r.randint(0, 3))
        lines = ["class A:", "    def __init__(self, x=1):", "        self.x = x", "    def describe(self, *a):", "        return ('A', self.x, a)"]
        if r.random() < 0.1:
            lines[1:1] = ["    __slots__ = ('x',)"]
        for m in methods:
            lines += indent(self.fill(m.replace("@,", "A,").replace(", @)", ", A)"), 1).split("\n") if not m.startswith("@") else (m.split("\n")[:2] + self.fill(m.split("\n", 2)[2], 1).split("\n") if "@" in m[:1] else []))
        for op in operators:
            side = r.choice(["", "r", "", "i"])
            lines += indent([f"def __{side}{NAMES[op]}__(self, other):", f"    return {r.choice(['NotImplemented', repr(side + op), '(self.x, other)', 'self.x ' + op + ' 2'])}"])
        lines += [r.choice(["class B(A):", "class B(A):", "class B(A, Mixin):", "class B(Mixin, A):", f"class B({r.choice(['int', 'str', 'list', 'dict', 'tuple'])}):"])]
        body = [["def describe(self, *a):", "    return ('B',) + super().describe(*a)"], ["extra = 'e'"], ["def __init__(self, *a):", "    super().__init__(*a)", "    self.x = 5"], ["def __repr__(self):", "    return 'B!'"], ["def __eq__(self, other):", "    return True"], ["__hash__ = None"], ["def __getitem__(self, i):", "    return super().__getitem__(i)"]]
        for part in r.sample(body, r.randint(1, 4)):
            lines += indent(part)
        if r.random() < 0.2:
            lines += indent([f"def __radd__(self, other):", "    return ('B radd', other)"])
        lines += ["o = A(%s)" % self.of("int", 1) if r.random() < 0.3 else "o = A(3)"]
        lines += ["try:", "    p = B(%s)" % self.of(r.choice(["small", "small", "str"]), 0), "except Exception as e:", "    print(type(e).__name__, e)", "    p = A(4)"]
        for use in r.sample(USES, r.randint(8, 16)):
            lines += self.uses(use)
        for op in r.sample(BINARY, 2) + operators:
            lines += self.uses(r.choice([f"o {op} p", f"p {op} o", f"o {op} 2", f"2 {op} o", f"'s' {op} o"]))
        for stmt in r.sample(["o += 1", "o[0] = 1", "del o[0]", "o.half = 3", "o.tag = 9", "del o.x", "del o.nope", "o.new = 1", "with o as q: print(q is o)", "p -= 1", "a, b = o"], 3):
            lines += self.guarded(stmt) + (["print(show(o))"] if any("__repr__" in m for m in methods) and r.random() < 0.5 and "o +" not in stmt else [])
        lines += [f"match o:", f"    case A({r.choice(['1', 'x', 'x=3', ''])}):", "        print('A')", "    case _:", "        print('other')"] if any("__match" in m for m in methods) or r.random() < 0.1 else []
        return lines

    def uses(self, use):
        return self.guarded(f"print(show({self.fill(use, 1)}))")
