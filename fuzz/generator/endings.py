"""Ends that nothing catches: what stands in the traceback, with which causes, from which kind of frame."""
from .statements import indent

RAISES = ["raise ValueError(<str>)", "raise KeyError(<key>)", "raise TypeError", "raise Problem(<any>)", "raise RuntimeError(<int>, <str>) from ValueError(<str>)", "raise LookupError(<str>) from None", "1 / 0", "[][<small>]", "{}[<key>]", "None.attribute", "undefined_name", "int('x')", "assert <bool>, <str>", "assert False", "<wrong>", "next(iter([]))", "raise StopIteration(<int>)", "a, b = <list>", "len(5)", "one()", "one(1, 2, 3)", "one(x=1)", "'a' + 1", "raise 5", "raise Problem(<str>) from Problem(<str>)", "del missing", "raise GeneratorExit(<int>)", "e = Exception(<str>)\ne.add_note(<str>)\nraise e"]
FRAMES = [
    "def f(x):\n    RAISE\n", "def f(x):\n    try:\n        RAISE\n    finally:\n        print('finally')\n", "def f(x):\n    try:\n        RAISE\n    except Exception as e:\n        raise RuntimeError('second') from e\n", "def f(x):\n    try:\n        RAISE\n    except Exception:\n        {}['third']\n",
    "def f(x):\n    def g():\n        RAISE\n    return g()\n", "def f(x):\n    return [h(y) for y in [1]]\ndef h(y):\n    RAISE\n", "def f(x):\n    return (lambda y: h(y))(x)\ndef h(y):\n    RAISE\n", "def f(x):\n    return list(h())\ndef h():\n    yield 1\n    RAISE\n", "def f(x):\n    return sorted([1, 2], key=h)\ndef h(y):\n    RAISE\n", "class K:\n    def m(self):\n        RAISE\ndef f(x):\n    return K().m()\n", "class K:\n    @property\n    def p(self):\n        RAISE\ndef f(x):\n    return K().p\n", "class K:\n    def __add__(self, other):\n        RAISE\ndef f(x):\n    return K() + 1\n",
    "class K:\n    def __enter__(self):\n        return self\n    def __exit__(self, *a):\n        raise ValueError('exit')\ndef f(x):\n    with K():\n        RAISE\n", "def f(x, depth=3):\n    if depth:\n        return f(x, depth - 1)\n    RAISE\n", "def f(x, depth=12):\n    if depth:\n        return f(x, depth - 1)\n    RAISE\n", "def f(x):\n    for i in range(3):\n        if i == 2:\n            RAISE\n", "def f(x):\n    class Inner:\n        RAISE\n", "def f(x):\n    return max(\n        h(\n            x,\n        ),\n        2,\n    )\ndef h(y):\n    RAISE\n", "def f(x):\n    return {\n        'k': h(x)\n        + 1\n    }\ndef h(y):\n    RAISE\n", "def f(x):\n    g = h()\n    next(g)\n    g.throw(Problem('thrown'))\ndef h():\n    try:\n        yield 1\n    except Problem as p:\n        RAISE\n", "def f(x):\n    yield_from = h()\n    return [*yield_from]\ndef h():\n    yield from k()\ndef k():\n    yield 1\n    RAISE\n", "def f(x):\n    return f'{h(x)!r:>10}'\ndef h(y):\n    RAISE\n", "class K:\n    def __init__(self):\n        RAISE\ndef f(x):\n    return K()\n", "class K:\n    def __repr__(self):\n        RAISE\ndef f(x):\n    return str([K()])\n", "class K:\n    def __iter__(self):\n        RAISE\ndef f(x):\n    for a in K():\n        pass\n", "def f(x):\n    match x:\n        case [a, b]:\n            pass\n        case _:\n            RAISE\n",
]
PROBLEM = '''\
class Problem(Exception):
    def __str__(self):
        return "problem " + repr(self.args)
def one(only):
    return only
'''


def ending(maker):
    """Lines that end the program with an exception, nearly always."""
    r = maker.random
    raised = maker.fill(r.choice(RAISES), 1).split("\n")
    lines = []
    for line in r.choice(FRAMES).split("\n"):
        if line.strip() == "RAISE":
            space = line[:len(line) - len(line.lstrip())]
            lines += [space + part for part in raised]
        else:
            lines.append(line)
    call = r.choice(["f(1)", "print(f(2))", "value = [f(3), 1]", "f(x=4)", "f(\n    5,\n)", "(f(6)\n + 1)", "f", "print('%s' % f(7), end='')", "if f(8) and True: pass", "for q in [f(9)]: pass", "(lambda: f(10))()", "[f(i) for i in (1, 2)]", "try:\n    f(11)\nexcept ZeroDivisionError:\n    print('zero')", "try:\n    f(12)\nfinally:\n    print('last')", "try:\n    f(13)\nexcept Exception as e:\n    raise e.with_traceback(None)", "try:\n    f(14)\nexcept Exception as e:\n    raise", "class Body:\n    value = f(15)", "del f", "assert f(16) == 1, f(17)"])
    return PROBLEM.split("\n")[:-1] + [line for line in lines if line.strip()] + call.split("\n")
