"""A whole program from a seed: helpers, statements, sometimes classes, sometimes an end that nothing catches.

A text that CPython refuses to compile (a walrus where none may stand …) is thrown away and the next one made from the same stream,
so that every seed gives a program."""
import random
import warnings
from .classes import Classes
from .endings import ending
from .library import imports
from .subclasses import subclass

HEAD = '''\
def show(x):
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + str(sorted(map(repr, x)))
    if type(x) in (list, tuple):
        return type(x)(map(show, x))
    text = repr(x)[:300]
    return "some " + type(x).__name__ if text.startswith("<") else text
'''
MANAGER = '''\
class Manager:
    def __init__(self, tag, quiet):
        self.tag, self.quiet = tag, quiet
    def __enter__(self):
        print("enter", show(self.tag))
        return self.tag
    def __exit__(self, kind, error, trace):
        print("exit", show(self.tag), kind.__name__ if kind else None, error)
        return self.quiet
'''
TRACE = '''\
def trace(f):
    def wrapped(*args, **kwargs):
        print("call", len(args), sorted(kwargs))
        return f(*args, **kwargs)
    return wrapped
'''
INNER = '''\
def inner():
    got = yield "first"
    print("inner got", got)
    return "inner done"
'''
MIXIN = '''\
class Mixin:
    def describe(self, *a):
        return ("Mixin",) + super().describe(*a)
'''


def attempt(stream):
    maker = Classes(stream)
    body = []
    if stream.random() < 0.3:
        body += maker.klass()
    elif stream.random() < 0.3:
        body += subclass(maker)
    size = stream.randint(20, 70)
    while len(body) < size:
        body += maker.statement()
    if stream.random() < 0.35:
        body += [f"print(show({maker.of('wrong', 2)}))"]
    if stream.random() < 0.1:
        body += maker.raise_()
    elif stream.random() < 0.3:
        body += ending(maker)
    text = "\n".join(body) + "\n"
    parts = [HEAD] + [part for word, part in (("Manager(", MANAGER), ("@trace", TRACE), ("inner()", INNER), ("Mixin", MIXIN)) if word in text]
    return imports(text) + "".join(parts) + text


def program(seed):
    stream = random.Random(seed)
    while True:
        text = attempt(stream)
        if len(text) > 12000:
            continue
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(text, "program", "exec")
        except (SyntaxError, ValueError, OverflowError):
            continue
        return text
