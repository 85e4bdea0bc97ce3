"""Subclasses of the built-in types: overrides that natives respect, and those that they pass over."""
from .statements import indent

ATOM = {"int": "small", "float": "float", "str": "str", "list": "list", "tuple": "tuple", "dict": "dict", "set": "set", "bytes": "bytes", "Exception": "str", "KeyError": "str", "frozenset": "frozenset", "bytearray": "bytearray"}
COMMON = ["def __repr__(self):\n    return 'R'", "def __str__(self):\n    return 'S'", "def __eq__(self, other):\n    return <bool>", "def __hash__(self):\n    return 5", "def __bool__(self):\n    return <bool>", "def __format__(self, spec):\n    return 'F' + spec", "def __getattr__(self, name):\n    if name[:2] == '__':\n        raise AttributeError(name)\n    return 'got ' + name", "def __new__(cls, *a):\n    return super().__new__(cls, *a)", "tag = <any>", "def __init__(self, *a):\n    self.seen = len(a)",
          "def __init_subclass__(cls, **k):\n    print('sub', cls.__name__, k)\n    super().__init_subclass__()", "def __lt__(self, other):\n    return NotImplemented", "def __contains__(self, v):\n    return <bool>", "__slots__ = ()"]
OF = {
    "number": ["def __add__(self, other):\n    return 'add'", "def __radd__(self, other):\n    return 'radd'", "def __index__(self):\n    return 1", "def __int__(self):\n    return 2", "def __float__(self):\n    return 2.5", "def __neg__(self):\n    return 'neg'", "def __mul__(self, other):\n    return super().__mul__(2)", "def __round__(self, n=0):\n    return n", "def __abs__(self):\n    return NotImplemented", "def __rsub__(self, other):\n    return ('rsub', other)"],
    "sequence": ["def __len__(self):\n    return 2", "def __iter__(self):\n    return iter([7, 8])", "def __getitem__(self, i):\n    return super().__getitem__(i)", "def __getitem__(self, i):\n    if isinstance(i, int) and not -3 < i < 3:\n        raise IndexError(i)\n    return ('item', i)", "def __add__(self, other):\n    return 'add'", "def __mul__(self, n):\n    return ('mul', n)", "def index(self, *a):\n    return 'index'", "def __reversed__(self):\n    return 'rev'", "def append(self, v):\n    super().append((v, v))", "def upper(self):\n    return 'UP'", "def join(self, parts):\n    return 'joined'"],
    "mapping": ["def __missing__(self, key):\n    return ('missing', key)", "def __getitem__(self, key):\n    return 'gi'", "def __setitem__(self, key, value):\n    super().__setitem__(key, 'set')", "def keys(self):\n    return ['k']", "def items(self):\n    return [('i', 1)]", "def __iter__(self):\n    return iter('it')", "def get(self, *a):\n    return 'get'", "def __len__(self):\n    return 3", "def update(self, *a, **k):\n    print('update', a, k)", "def __or__(self, other):\n    return 'or'"],
}
GROUP = {"int": "number", "float": "number", "dict": "mapping", "set": "mapping", "frozenset": "mapping"}
USES = ["repr(o)", "str(o)", "f'{o}|{o!r}|{o:>4}'", "len(o)", "bool(o)", "o == o", "o == <x>", "<x> == o", "o < o", "hash(o) and 1", "list(o)", "tuple(o)", "sorted(o, key=repr)", "o[0]", "o[1:]", "o + o", "o * 2", "2 * o", "o + <x>", "<x> + o", "-o", "abs(o)", "round(o)", "int(o)", "float(o)", "range(o)", "[1, 2, 3][o]", "'%s %r' % (o, o)", "'%d' % o", "'%x' % o", "str.upper(o)", "o.upper()", "', '.join(o)", "o.join(['a', 'b'])", "type(o)(<x>)", "type(o + o).__name__", "type(o[:1]).__name__", "type(o * 1).__name__", "isinstance(o, BASE)",
        "dict(o)", "{**o}", "o['zz']", "o.get('a')", "o.keys()", "o.items()", "dict(a=1) | o", "o | {}", "[*o]", "(lambda *a, **k: (a, k))(*o)", "(lambda **k: k)(**o)", "max(o)", "sum(o)", "any(o)", "'a' in o", "o.tag", "o.nope", "o.seen", "type(o).__name__", "BASE.__repr__(o)", "BASE(o)", "type(BASE(o)).__name__", "o.copy()", "type(o.copy()).__name__", "o.append(1)", "o.extend('ab')", "o.update(z=1)", "o.index(7)", "o.count(1)", "reversed(o)", "enumerate(o) and 1", "{o: 1}[o]", "{o}", "set(o)", "frozenset(o)", "bytes(o)", "complex(o)", "divmod(o, 2)", "pow(o, 2)", "o ** 2", "o // 1",
        "o.args", "o.bit_length()", "o.is_integer()", "iter(o) and 1", "next(iter(o))", "format(o, '')", "format(o, '5')", "'{0} {0!r}'.format(o)", "print(o)", "o.split()", "o.replace('a', o)", "o.startswith(o)", "o.encode()", "o.__add__(o)", "o.__eq__(1)", "o is o", "o.__len__()", "json.dumps(o)", "math.floor(o)", "operator.index(o)", "'abc'[o:]", "isinstance(o, object)", "super(C, o).__repr__()", "o.real", "''.join(map(str, o))", "[x for x in o][:5]", "a_, *b_ = o"]


def subclass(maker):
    r = maker.random
    base = r.choice(list(ATOM))
    # Of sets only what has one order.
    value = r.choice(["{7}", "{'a'}", "()", "[5]"]) if "set" in base else f"<{ATOM[base]}>"
    rows = r.sample(COMMON, r.randint(1, 3)) + r.sample(OF[GROUP.get(base, "sequence")], r.randint(1, 3))
    lines = [f"class C({base}):"]
    for row in rows:
        lines += indent(maker.fill(row, 0).split("\n"))
    name = "C"
    if r.random() < 0.3:
        lines += [f"class D(C{r.choice(['', ', Mixin'])}):", "    " + r.choice(["pass", "extra = 1", "def __repr__(self): return 'D' + super().__repr__()", "def __str__(self): return super().__str__()"])]
        name = "D"
    lines += ["try:", f"    o = {name}({maker.fill(value, 0)})", "except Exception as e:", "    print(type(e).__name__, e)", f"    o = {maker.fill(value, 0)}"]
    for use in r.sample(USES, r.randint(8, 20)):
        use = maker.fill(use.replace("<x>", value).replace("BASE", base), 0)
        lines += maker.guarded(use if "=" in use.split("o")[0] and "==" not in use else f"print(show({use}))")
    return lines
