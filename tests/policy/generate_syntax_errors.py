#!/usr/bin/env python3
"""Writes syntax_errors.jsonl: programs that CPython 3.11 parses, with the SyntaxError of its later
stages, or null. Run it with CPython 3.11 and commit what it writes.

A case is the source and what the exception object holds: message, line, offset (UTF-8 bytes, plus
one) and their ends (null where CPython gives none).
"""
import ast
import itertools
import json
import os
import sys
import warnings

assert sys.version_info[:2] == (3, 11)
warnings.simplefilter("ignore")

SCOPES = r'''
def f(a):
    global a
===
def f(a):
    nonlocal a
===
def f():
    x = 1
    global x
===
def f():
    print(x)
    global x
===
def f():
    x: int
    global x
===
def f():
    global x
    x: int = 1
===
def f():
    global x
    (x): int = 1
===
x = 1
global x
===
global x
x = 1
===
x: int
global x
===
nonlocal x
===
class A:
    nonlocal x
===
def f():
    nonlocal x
===
def f():
    x = 1
    def g():
        nonlocal x
===
def f():
    x = 1
    class A:
        nonlocal x
        def g():
            nonlocal x
===
def f():
    class A:
        x = 1
        def g():
            nonlocal x
===
def f():
    x = 1
    def g():
        global x
        def h():
            nonlocal x
===
def f():
    x = 1
    class A:
        global x
        def h():
            nonlocal x
===
class A:
    def f(self):
        nonlocal __class__
===
class A:
    def f(self):
        def g():
            nonlocal __class__
===
def f():
    global x, y
    nonlocal x
===
def f():
    nonlocal x
    global x
===
def f():
    x = 1
    def g():
        nonlocal x
        global x
===
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
===
def f():
    x = 1
    def g():
        x = 2
        nonlocal x
===
def f():
    x = 1
    def g():
        x: int
        nonlocal x
===
def f():
    x = 1
    def g():
        nonlocal x
        x: int = 2
===
def f():
    import x
    global x
===
def f():
    from a import b as x
    global x
===
def f():
    for x in y: pass
    global x
===
def f():
    with a as x: pass
    global x
===
def f():
    try: pass
    except E as x: pass
    global x
===
def f():
    def x(): pass
    global x
===
def f():
    class x: pass
    global x
===
def f():
    del x
    global x
===
def f():
    x += 1
    global x
===
def f():
    match a:
        case x: pass
    global x
===
def f():
    match a:
        case {**x}: pass
    global x
===
def f():
    match a:
        case [*x]: pass
    global x
===
def f():
    [x for x in y]
    global x
===
def f():
    [x for y in z]
    global x
===
def f():
    [y for y in x]
    global x
===
def f():
    (x := 1)
    global x
===
def f():
    [x := 1 for y in z]
    global x
===
def f():
    global x
    [x := 1 for y in z]
===
def f():
    x = 1
    def g():
        nonlocal x
        [x := 1 for y in z]
===
def f(a, a): pass
===
def f(a, *a): pass
===
def f(a, **a): pass
===
def f(a, *, a): pass
===
def f(a, /, a): pass
===
def f(*a, a): pass
===
def f(*, b, b): pass
===
async def f(a, a): pass
===
lambda a, a: 1
===
lambda *a, **a: 1
===
def f(
    a,
    b,
    a,
): pass
===
class A:
    def f(__x, _A__x): pass
===
class A:
    def f(self):
        __x = 1
        global _A__x
===
class _A:
    def f(self):
        __x = 1
        global _A__x
===
class A:
    def f(self):
        nonlocal __x
===
class A:
    class B:
        def f(self):
            nonlocal __x
===
class __:
    def f(self):
        nonlocal __x
===
class A:
    def f(self):
        global __x
        nonlocal __x
===
def f():
    global x
    global x
    nonlocal x
===
def f():
    def g():
        global x
nonlocal x
===
def f():
    from x import *
===
class A:
    from x import *
===
from x import *
===
lambda: (yield)
===
def f():
    [(yield) for x in y]
===
def f():
    {(yield) for x in y}
===
def f():
    {(yield): 1 for x in y}
===
def f():
    {1: (yield) for x in y}
===
def f():
    ((yield 1) for x in y)
===
def f():
    [x for x in (yield)]
===
def f():
    [x for x in y if (yield from z)]
===
def f():
    [x for x in y for z in (yield)]
===
def f():
    [lambda: (yield) for x in y]
===
[x := 1 for x in y]
===
[(x := 1) for y in z for x in w]
===
[x := 1 for y in (x := 2)]
===
[i for i in [j := 1]]
===
[i for i in range(5) if (j := 0) for j in range(5)]
===
[[(i := 0) for j in range(5)] for i in range(5)]
===
[i := 0 for i, j in range(5)]
===
[i for i in y for k in (m := 1)]
===
[lambda: (x := 1) for y in (lambda: (x := 1))]
===
[lambda: (y := 1) for y in z]
===
[y for y in z if (w := y)]
===
class A: [x := 1 for y in z]
===
class A:
    [[k := 1 for x in y] for z in w]
===
class A:
    x = [lambda: (k := 1) for x in y]
===
class A:
    [j for j in [k := 1]]
===
def f():
    [(x := 1) for y in z]
    nonlocal x
===
(x for x in y if (x := 1))
===
{x: (x := 1) for x in y}
===
{(y := x): 1 for x in z}
===
[a for a.b in c]
===
[0 for (a[i := 1]) in c]
===
from __future__ import annotations
def f(x: (yield)): pass
===
from __future__ import annotations
def f(x: (y := 1)): pass
===
from __future__ import annotations
async def g():
    def f() -> (await x): pass
===
from __future__ import annotations
x: (yield) = 1
===
from __future__ import annotations
def f(x: lambda: (yield)): pass
===
def f(x: (yield)): pass
===
def g():
    def f(x: (yield)): pass
===
def f(x: (y := 1)): pass
===
from __future__ import annotations
def f():
    x: [y async for y in z]
===
from __future__ import annotations
def f(x: [y := 1 for y in z]): pass
'''

PLACEMENT = r'''
return
===
return 1
===
class A: return
===
def f(): return
===
break
===
continue
===
if x: break
===
while 1: break
===
while 1:
    pass
else:
    break
===
while 1:
    def f(): break
===
for x in y:
    class A: continue
===
for x in y: pass
else: continue
===
for x in y:
    for z in w: pass
    else: continue
===
for x in y:
    try: continue
    finally: break
===
try: break
finally: pass
===
try: pass
finally: continue
===
with a: break
===
for x in y:
    with a: break
===
match x:
    case 1: break
===
for x in y:
    match x:
        case 1: continue
===
yield
===
yield 1
===
x = yield
===
yield from x
===
class A: yield
===
class A:
    x = (yield 1)
===
def f(x=(yield)): pass
===
@(yield)
def f(): pass
===
class A((yield)): pass
===
[x for x in (yield)]
===
async def f():
    yield from x
===
async def f():
    yield 1
    return 1
===
async def f():
    yield 1
    return
===
async def f():
    return 1
    yield 1
===
async def f():
    return (yield)
===
async def f():
    return (x async for x in y)
===
await x
===
def f(): await x
===
class A: await x
===
async def f(): await x
===
async def f():
    def g(): await x
===
async def f():
    class A: await x
===
lambda: await x
===
async def f():
    lambda: await x
===
[await x for y in z]
===
def f(): [await x for y in z]
===
def f(): (await x for y in z)
===
def f(): [y for y in await z]
===
async def f(): [await x for y in z]
===
def f():
    yield
    return 1
    await x
===
async with a: pass
===
def f():
    async with a: pass
===
async for a in b: pass
===
def f():
    async for a in b: pass
===
async def f():
    async for a in b: pass
    async with a as b, c as d: pass
===
async def f():
    async for a in b: break
    else: break
===
[x async for x in y]
===
def f(): [x async for x in y]
===
def f(): {x async for x in y}
===
def f(): {x: 1 async for x in y}
===
def f(): (x async for x in y)
===
(x async for x in y)
===
async def f(): [x async for x in y]
===
async def f(): [[x async for x in y] for z in w]
===
async def f(): ([x async for x in y] for z in w)
===
def f(): ([x async for x in y] for z in w)
===
async def f():
    lambda: [x async for x in y]
===
def f(): [x for y in z async for x in y]
===
*a = c
===
*a, b = c
===
*a, *b = c
===
[*a, *b] = c
===
(*a, (*b, *c)) = d
===
a, (b, *c), *d = e
===
for *a in b: pass
===
for *a, *b in c: pass
===
*a
===
x = *a
===
x = *a,
===
print(*a)
===
[*a]
===
x[*a]
===
x[*a, 1:2]
===
f(x)[*a] = 1
===
def f(): return *a, b
===
def f(): yield *a, b
===
[x for *a in b]
===
[x for *a, b in c]
===
with a as (*b, *c): pass
===
with a as *b: pass
===
def f(*args: *Ts): pass
===
del *a
===
x = y = *a, b
===
try: pass
except: pass
except A: pass
===
try: pass
except: pass
except: pass
===
try: pass
except A: pass
except: pass
===
try: pass
except A: return
except: pass
except B: break
===
try: break
except: pass
except A: pass
===
try: pass
except: pass
except A: pass
else: break
===
try: pass
except* A: break
===
for x in y:
    try: pass
    except* A: break
===
for x in y:
    try: pass
    except* A: continue
===
def f():
    try: pass
    except* A: return
===
def f():
    try: pass
    except* A:
        for x in y: break
===
def f():
    try: pass
    except* A:
        for x in y: return 1
===
def f():
    for x in y:
        try: pass
        except* A: pass
        else: break
        finally: continue
===
def f():
    try: pass
    except* A:
        def g(): return
===
def f():
    try: pass
    except* A as e:
        while x: return g(*a)
===
f(a=1, a=2)
===
f(a=1, b=2, b=3, a=4)
===
f(a=1, **b, a=2)
===
f(b=1, a=1, a=2, b=3, b=4)
===
x.f(a=1, a=2)
===
f((yield), a=1, a=2)
===
(yield).f(a=1, a=2)
===
f(x=(yield), a=1, a=2)
===
class A(a=1, a=2): pass
===
class A((yield), a=1, a=2): pass
===
class A(a=1, a=2):
    return
===
@f(a=1, a=1)
class A(b=1, b=1): pass
===
__debug__ = 1
===
__debug__ += 1
===
__debug__ += (yield)
===
(__debug__, a) = 1
===
x.__debug__ = 1
===
x.__debug__ += 1
===
x.__debug__
===
(x
 .__debug__) = 1
===
(x
 .y.
     __debug__, z) = 1
===
del __debug__
===
del x.__debug__
===
del (a, __debug__)
===
__debug__: int
===
__debug__: int = 1
===
x.__debug__: int
===
x.__debug__: int = 1
===
x[(yield)]: int
===
x[(yield):1]: int
===
def f():
    x[await y]: int
===
x: (yield)
===
def f():
    x: (await y)
===
def f():
    (x): (await y)
===
(x): (await y)
===
class A:
    x: (await y) = 1
===
x: (yield) = (await y)
===
for __debug__ in x: pass
===
with x as __debug__: pass
===
try: pass
except A as __debug__: pass
===
try: pass
except (yield) as __debug__: pass
===
import __debug__
===
import __debug__.x
===
import a as __debug__
===
from a import __debug__
===
from a import b as __debug__
===
def __debug__(): pass
===
@(yield)
def __debug__(): pass
===
def __debug__():
    break
===
async def __debug__(): pass
===
class __debug__: pass
===
class __debug__((yield)): pass
===
def f(__debug__): pass
===
def f(x=(yield), *, __debug__): pass
===
def f(*__debug__): pass
===
def f(**__debug__): pass
===
lambda __debug__: 1
===
f(__debug__=1)
===
f(a=1, __debug__=1, a=2)
===
f(__debug__=1, __debug__=2)
===
x.f(__debug__=1)
===
class A(__debug__=1): pass
===
(__debug__ := 1)
===
[x for __debug__ in y]
===
def f():
    global __debug__
    __debug__ = 1
===
print(__debug__)
===
from __future__ import foo
===
from __future__ import annotations, foo
===
from __future__ import *
===
from __future__ import braces
===
x = 1
from __future__ import annotations
===
"doc"
from __future__ import annotations
===
"doc"
"more"
from __future__ import annotations
===
import os
from __future__ import foo
===
from __future__ import annotations
from __future__ import division
x = 1
===
def f():
    from __future__ import annotations
===
from __future__ import annotations; x = 1; from __future__ import division
===
"d"; x = 1; from __future__ import annotations
===
import a; from __future__ import foo
===
from __future__ import annotations; from __future__ import division; from __future__ import foo
===
x = 1;\
from __future__ import division
===
if 1: from __future__ import division
===
from __future__ import annotations
x = 1
from __future__ import division
===
x = [lambda: (yield) for y in await z]
===
def f(a: (await b)): pass
===
def f(p: (await b), /, a: (yield)): pass
===
def f() -> (await b): pass
===
assert (yield), (await x)
===
raise (yield) from x
===
f"{(yield)}"
===
f"{x:{(await y)}}"
===
{**(yield), 1: 2}
===
{1: (await x), (yield): 3}
===
(yield) if (await x) else 1
===
a < (yield) < b
===
x[(yield)] = 1
===
x[(yield)] += (await y)
===
(a := (yield))
===
lambda x=(yield): (await x)
===
for x in (yield): break
else: break
===
while (yield): break
===
def f():
    for i in x:
        def g():
            return
            continue
===
match (yield):
    case 1: pass
===
if 0: return
===
if 1:
    pass
else:
    break
===
while 0:
    yield
'''

PATTERNS = r'''
case y: pass
 case _: pass
===
case _: pass
 case 1: pass
===
case _ if a: pass
 case 1: pass
===
case _: pass
===
case y if (yield): pass
===
case a|b: pass
===
case a|1: pass
===
case 1|a: pass
===
case 1|_: pass
===
case _|1: pass
===
case (1|_)|2: pass
===
case [a]|[b]: pass
===
case [a]|[a]: pass
===
case [a, b]|[b, a]: pass
===
case [a]|[a, b]: pass
===
case [a, a]: pass
===
case [a, [b, [a]]]: pass
===
case [a, *a]: pass
===
case [*a, *b]: pass
===
case [*_, *_]: pass
===
case [*a, 1]: pass
===
case [a, (a as b)]: pass
===
case a as a: pass
===
case (a as b) as c: pass
===
case 1 as a: pass
 case 2: pass
===
case (a as b): pass
 case 2: pass
===
case [a] as a: pass
===
case {1: a, 2: a}: pass
===
case {1: a, **a}: pass
===
case {1: a, 1: b}: pass
===
case {1: a, True: b}: pass
===
case {1: a, 1.0: b}: pass
===
case {"k": a, "k": b}: pass
===
case {"k'": a, "k'": b}: pass
===
case {"a\nb": a, "a\nb": b}: pass
===
case {b"k": a, "k": b}: pass
===
case {b"k": a, b"k": b}: pass
===
case {None: a, None: b}: pass
===
case {-1: a, -1: b}: pass
===
case {1+2j: a, 1+2j: b}: pass
===
case {a.b: c, a.b: d}: pass
===
case {1.5: a, 1.5: b}: pass
===
case {0x10: a, 16: b}: pass
===
case {}: pass
 case _: pass
===
case A(b=1, b=2): pass
===
case A(b=1, c=2, c=3, b=4): pass
===
case A(a, a): pass
===
case A(a, b=a): pass
===
case A(_, _): pass
===
case A(b=_, c=_): pass
===
case A(__debug__=1): pass
===
case A(b=1, __debug__=x): pass
===
case __debug__: pass
===
case [*__debug__]: pass
===
case {**__debug__}: pass
===
case 1 as __debug__: pass
===
case [__debug__]|[x]: pass
===
case f"x": pass
===
case {f"x": 1}: pass
===
case ([a]|[b])|c: pass
===
case [([a]|[a]), a]: pass
===
case [a, ([a]|[a])]: pass
===
case [([a, b]|[b, a]), b]: pass
===
case [[a|b]]: pass
===
case (a): pass
 case 1: pass
===
case a, b: pass
 case _: pass
===
case -1 | 2 | "x" | None: pass
===
case A(x=1) | B(y=z): pass
===
case (x as y) | z: pass
'''


def cases():
    for text in (SCOPES, PLACEMENT):
        yield from (part.strip("\n") + "\n" for part in text.split("===\n"))
    for part in PATTERNS.split("===\n"):
        yield "match x:\n " + part.strip("\n") + "\n"
        yield "def f():\n match x:\n  " + part.strip("\n").replace("\n ", "\n  ") + "\n"
    # Columns behind characters of several bytes, and the limit of nested blocks.
    yield '"é"; return\n'
    yield 'def f(é, é): pass\n'
    yield 'x = "日本"; break\n'
    for kind in ("while x:", "for x in y:", "with x:", "try:"):
        for depth in (19, 20, 21, 22):
            yield nested(kind, depth)
    # Two errors: which comes first.
    firsts = ["def f(a, a): pass", "return", "x = [i := 1 for i in y]", "await x", "*a, *b = c",
              "f(a=1, a=2)", "nonlocal q", "def g():\n    nonlocal q"]
    for first, second in itertools.permutations(firsts, 2):
        yield first + "\n" + second + "\n"


def nested(kind, depth):
    lines = ["    " * i + kind for i in range(depth)]
    lines.append("    " * depth + "pass")
    if kind == "try:":
        for i in reversed(range(depth)):
            lines += ["    " * i + "finally:", "    " * i + "    pass"]
    return "\n".join(lines) + "\n"


def judge(source):
    ast.parse(source)
    try:
        compile(source, "case.py", "exec")
    except SyntaxError as error:
        return {"message": error.msg, "line": error.lineno, "offset": error.offset,
                "end_line": error.end_lineno, "end_offset": error.end_offset}
    return None


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "syntax_errors.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        for source in cases():
            try:
                error = judge(source)
            except SyntaxError:
                continue  # the parser's business
            out.write(json.dumps({"source": source, "error": error}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
