"""Families of small sources, most of them broken: one function a family, each a product of forms and parts."""

EXPRESSIONS = """f() | a + b | -a | not a | a < b | a and b | a or b | lambda: a | a if b else c | [x for x in y] | {x for x in y}
{x: y for x in y} | (x for x in y) | 1 | 'text' | b'bytes' | f'{a}' | None | True | ... | {a} | {a: b} | {} | (yield) | (await a)
a := b | (a := b) | *a | **a | a.b | a[b] | a[b:c] | (a) | (a, b) | [a, b] | a, b | (a, f()) | [a, 1] | a, *b | *a, *b | __debug__
(a).b | f().x | f()[0] | () | [] | (f()) | ((a, 1), b) | 1 + a.b | not a.b | a.b() | 'a' 'b' | a ** b | a == b | yield | await a"""
EXPRESSIONS = [e.strip() for line in EXPRESSIONS.split("\n") for e in line.split("|")]

TARGETS = ["{} = 1", "a = {} = 1", "{} += 1", "{} -= a", "{}: int", "{}: int = 1", "({} := 1)", "for {} in a: pass",
           "[x for {} in a]", "with a as {}: pass", "with (a as {}, b): pass", "del {}", "del a, {}", "import a as {}",
           "from a import {}", "{} @= 1", "for x, {} in a: pass", "f({}=1)", "def f({}): pass", "lambda {}: 1",
           "try: pass\nexcept a as {}: pass", "class {}: pass", "def {}(): pass", "global {}", "{} = yield", "x = {}",
           "print({})", "return {}", "f(a, {})", "f({}, a)", "f({}, *b, c=1)", "[{}]", "{{{}}}", "{{{}: 1}}", "{{1: {}}}", "a[{}]",
           "({})", "if {}: pass", "while {}: pass", "assert {}", "raise {}", "x = a if {} else b", "f'{{{}}}'",
           "match {}:\n    case 1: pass", "match a:\n    case {}: pass", "a = [{} for a in b]", "a = [{}, 1 for a in b]",
           "@{}\ndef f(): pass", "def f(a={}): pass", "def f(a: {}): pass", "def f() -> {}: pass", "a.{}", "{}.a",
           "{} {}", "{} in a", "a in {}", "not {}", "-{}", "{} if a", "{} for a in b", "{} = b = {}", "{} print"]

KEYWORDS = """False None True and as assert async await break class continue def del elif else except finally for from global if
import in is lambda nonlocal not or pass raise return try while with yield match case _ print exec""".split()
KEYWORD_PLACES = ["{}", "{} = 1", "a = {}", "f({}=1)", "f({})", "a.{}", "def {}(): pass", "def f({}): pass", "class {}: pass",
                  "import {}", "import a as {}", "from {} import a", "from a import {}", "for {} in a: pass", "a {} b",
                  "if a {} b: pass", "({})", "[{}]", "a, {}", "{} a", "{} a: pass", "{}: pass", "global {}", "with a as {}: pass",
                  "lambda {}: a", "x: {}", "{}: int = 1", "f(**{})", "del {}", "if a:\n    {}", "def f():\n    {}", "{}()"]

NUMBERS = """0 00 01 007 0x 0xg 0x1g 0b 0b2 0b12 0o 0o8 0o18 1_ 1__0 _1 0_ 0x_ 0x_1 0x1_ 0b_1 0b1_ 0o_7 1e 1e+ 1e_1 1.e 1.5e 1.e5 1._5 1_.5
1.5_ 1j 1J 1jj 1a 1if 1or 1in 1and 1else 1is 1not 0xfor 1.real 1..real 1.2.3 1.a 5x 5l 0b1f 0o1f 1e5x 1_000 1_0_0 01.5 01e5 01j 0777 09.5 09 0_7
0B1 0X1 0O1 0b1.5 0x1.5 0o1.5 1e1.5 12abc 1if1else2 0in_x 1__ 1_j 1ee5 0xfg 0b0_ 0__1 .5 .5e .5j .5a .e5 1.__class__""".split()
NUMBER_PLACES = ["{}", "a = {}", "f({})", "[{}, 1]", "-{}", "{} + 1", "a[{}]", "{} if a else b", "({}"]

STRINGS = [r"'", r'"', r"'abc", r'"abc', "'''abc", '"""abc', "'abc\ndef'", r"'\x'", r"'\x1'", r"'\xg1'", r"'\u'", r"'\u123'", r"'\uzzzz'",
           r"'\U123'", r"'\U00110000'", r"'\UFFFFFFFF'", r"'\N'", r"'\N{'", r"'\N{}'", r"'\N{foo bar}'", r"'\N{DIGIT ONE}'",
           r"b'\x'", r"b'\xg'", r"b'\x1'", "b'é'", 'b"""é"""', r"rb'\x'", "br'é'", "ur'a'", "bu'a'", "fb'a'", "bf'a'", "fu'a'", "uf'a'",
           "rf'{a}'", "'a' b'b'", "b'a' 'b'", "f'a' b'b'", r"'\8'", r"'\400'", r"b'\400'", r"'\q'", "'a' 1", "'a' a", "a 'a'",
           "r'\\'", "r'\\\\'", "'\\", "'a\\\nb'", "'''a''' '", "u'a'", "U'a'", "R'a'", "Rb'a'", "bR'a'", "'" + "a" * 30]
FSTRINGS = ["{", "}", "{}", "{ }", "{a", "{a}}", "{{a}", "{a!}", "{a!x}", "{a!rr}", "{a!r", "{a!r }", "{a! r}", "{a:", "{a:{", "{a:{}}", "{a:{b}", "{a:{b:{c}}}",
            "{a:{b:c}}", "{a b}", "{a=}", "{a = }", "{=}", "{!r}", "{:x}", "{a,}", "{a:b:c}", "{*a}", "{**a}", "{*a, *b}", "{yield}", "{await a}",
            "{lambda x: 1}", "{(lambda x: 1)}", "{a := 1}", "{(a := 1)}", "{a:=5}", "{a if b}", "{a if b else c}", "{a #}", "{a # b}", "{a\\n}",
            "{'a'}", "{\\'a\\'}", "{\"a\"}", "{'}", "{\"}", "{[}", "{]}", "{(}", "{)}", "{[)}", "{a[}", "{a(}", "{{}", "{{}}", "{{{a}}}", "}}", "}{", "{a}{", "{a}}{",
            "{a==b}", "{a!=b}", "{a>=b}", "{a<=b}", "{a!=}", "{a;b}", "{a:b}", "{a:{b}c}", "{pass}", "{if}", "{def}", "{return}", "{import a}", "{a = 1}", "{a += 1}", "{1a}", "{0x}",
            "{None = 1}", "{a.}", "{.a}", "{a..b}", "{a$}", "{a?}", "{$}", "{a!s:{b}}", "{f(}", "{f(a}", "{f(a)b}", "{a for a in b}", "{not}", "{-}", "{~}", "{a:{{}}}", "{a:}}",
            "\\x", "\\N{", "\\N{}", "\\N{DIGIT ONE}", "{a}\\x", "\\u12", "{a:\\x}", "{'\\n'}", "{a\\}", "\\{a}", "\\}", "{a!r:}", "{a:{b!r}}", "{a:{b!x}}", "{a:{b", "{a:{b}"]
FSTRING_PLACES = ["f'{}'", "x = f'{}'", "f'ab {} cd'", 'f"""{}"""', "f('a', f'{}')"]

BRACKETS = ["(", ")", "[", "]", "{", "}", "([)]", "(]", "[)", "{)", "(}", "[}", "{]", "((", "))", "(()", "())", "f(", "f(a", "f(a,", "f(a b)", "a[", "a[1", "a[1:", "a[]", "a[1,", "a[:",
            "{a", "{a:", "{a: b", "{a: b,", "{a:}", "{:b}", "{a: b, c}", "{a, b: c}", "{a: b: c}", "{a: *b}", "{**a: b}", "{a: b **c}", "{*a: b}", "{a: b, **}", "{**}", "[*]", "(*)", "(*a)", "[**a]",
            "(**a)", "(a, **b)", "f(*)", "f(**)", "f(**a, *b)", "f(**a, b)", "f(a=1, b)", "f(a=1, *b)", "f(a=1, *b, c)", "f(a=1, a=2)", "f(**a, b=1)", "f(a for a in b, c)", "f(c, a for a in b)",
            "f(a for a in b)", "f(a for a in b,)", "f(a for a in b for c in d)", "f(a=b for b in c)", "f(a := b for b in c)", "f((a)=1)", "f(a.b=1)", "f(1=2)", "f(True=1)", "f(None=1)",
            "f(__debug__=1)", "f(a, b=)", "f(=1)", "f(a==1=2)", "f(a=1 b=2)", "f(a, , b)", "f(,)", "f(,a)", "[,]", "[a,,b]", "(,)", "{,}", "[a b]", "(a b)", "{a b}", "[a for b in c d]",
            "[a for]", "[a for b]", "[a for b in]", "[for a in b]", "[a if b]", "[a for b in c if]", "[a for b in c if d else e]", "[a for b in c, d]", "[a, b for a in c]", "[a async for a in b]",
            "[*a for a in b]", "{**a for a in b}", "{a: b for a in c for}", "{*a for a in b}", "(*a for a in b)", "[(a := b) for a in c]", "[a := b for c in d]", "[a for a in (a := b)]", "[a for b in (c := d)]",
            "{a: (b := c) for b in d}", "[[(j := 0) for i in range(5)] for j in range(5)]", "[i for i in range(5) if (i := 0)]", "(" * 50, "(" * 201, "[" * 150 + "]" * 150, "x = (1,\n2", "x = [1,\n2)", "x = {1:\n2]"]
BRACKET_PLACES = ["{}", "x = {}", "print(1)\n{}\nprint(2)", "if a:\n    {}", "{}\ndef f(): pass"]

STATEMENTS = ["return", "return 1", "yield", "yield 1", "yield from a", "await a", "break", "continue", "nonlocal a", "global a", "import a", "from a import *", "from . import a",
              "from .a import *", "pass", "del a", "x = yield", "x = await a", "async with a: pass", "async for a in b: pass", "async def g(): pass", "[await a for a in b]", "[a async for a in b]",
              "lambda: (yield)", "raise", "raise a from b", "raise a, b", "raise from a", "assert", "assert a, b, c", "assert (a, b)", "from __future__ import annotations", "from __future__ import nope",
              "from __future__ import braces", "from __future__ import *", "class A: return 1", "class A: yield", "class A(yield): pass", "def g(): nonlocal q", "def g(a): global a", "def g(a): nonlocal a",
              "def g(): a = 1; global a", "def g(): print(a); global a", "def g(): global a; a: int", "def g(a, a): pass", "lambda a, a: 1", "a: int = yield", "x: (yield) = 1", "def g(a=(yield)): pass",
              "def g(a: (yield)): pass", "def g(): nonlocal a, b", "print 1", "print a, b", "exec 'a'", "print", "print a if b else c", "print(a) b", "a b", "a = b c", "a b c", "a = 1 2", "1 2", "'a' b",
              "if a = 1: pass", "if a = b: pass", "while a = 1: pass", "if a.b = 1: pass", "elif a: pass", "else: pass", "except: pass", "finally: pass", "case 1: pass", "if a pass", "if a:", "if: pass",
              "while: pass", "while a", "for a: pass", "for a in: pass", "for in a: pass", "for a in b", "for a b: pass", "for 1 in a: pass", "def: pass", "def f: pass", "def f()", "def f() pass", "def f(:",
              "def f()): pass", "def f(a", "class: pass", "class A", "class A(: pass", "class A(b: pass", "class A) : pass", "class 1: pass", "class A.b: pass", "def a.b(): pass", "def 1(): pass", "with: pass",
              "with a", "with a as: pass", "with a as b", "with (a as b): pass", "with (a, b as c): pass", "with (a as b, c as d", "with a, : pass", "with a as b, c as: pass", "try: pass", "try:", "try pass",
              "try: pass\nexcept a, b: pass", "try: pass\nexcept a as b.c: pass", "try: pass\nexcept: pass\nexcept a: pass", "try: pass\nexcept* a: pass\nexcept b: pass", "try: pass\nexcept*: pass",
              "try: pass\nexcept a\n", "try: pass\nfinally\n", "try: pass\nelse: pass", "try: pass\nfinally: pass\nexcept: pass", "try: pass\nexcept a as 1: pass", "try: pass\nexcept a as: pass", "import", "import a.",
              "import .a", "import a b", "import a,", "import a as", "import a as b.c", "from a", "from a import", "from import a", "from a import b,", "from a import (b", "from a import (b,)", "from a import ()",
              "from a import (*)", "from a import b as", "from a import b c", "from a import b.c", "from a import *, b", "from . import *", "from .. import", "import *", "global", "global a b", "global a.b",
              "global a, ", "nonlocal", "del", "del f()", "del a b", "del (a, b", "del *a", "del a = 1", "a +", "a *", "+ a +", "a = ", "= a", "a == ", "a < > b", "a <> b", "a != ", "a not b", "not", "a in", "a is",
              "a is not", "a and", "and a", "a or", "a if", "a if b", "a if b else", "a else b", "lambda", "lambda:", "lambda a", "lambda a:", "lambda (a): a", "lambda a b: a", "lambda *: a", "lambda *a, *b: a",
              "lambda **a, b: a", "lambda a=1, b: a", "lambda a, /, b, /: a", "lambda /: a", "lambda *, **a: a", "lambda a: b: c", "a.", ".a", "a..b", "a.1", "a.(b)", "a.[b]", "a :: b", "a : b : c", "a := b", "(a := b) = c",
              "a++", "a--", "++a", "a++b", "a =+ 1", "a =! b", "a ! b", "a ? b", "a $ b", "`a`", "a @", "@", "@a", "@a\n", "@a b", "@a\nx = 1", "@a\n@b", "a; b", "a;; b", ";", "; a", "a;", "pass pass", "pass;;",
              "if a: b else: c", "if a: pass; else: pass", "for a in b: pass; else: pass", "x = if a: b", "x = for a in b: c", "x = def f(): pass", "x = class A: pass", "x = import a", "x = return", "return return",
              "yield yield", "x = pass", "f(pass)", "f(return)", "f(if)", "f(x for)", "f(import a)", "[def]", "{class}", "not in a", "is a", "a is is b", "a in in b", "a not not b", "* a", "** a", "*a = 1", "*a, *b = 1", "*a, = 1",
              "a, *b = 1", "[*a, *b] = 1", "(*a) = 1", "(*a, b) = 1", "*(a, b) = 1", "**a = 1", "a: int: str", "a: int, b: int", "(a, b): int", "[a]: int", "a, b: int", "f(): int", "(a): int", "a.b: int", "a[b]: int", "1: int",
              "a: ", "a: int = ", "a: int += 1", "x = a: int", "def f(a, b): pass pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **a): pass", "def f(*, a, *b): pass", "def f(*a, *b): pass", "def f(**a, b): pass",
              "def f(**a, *b): pass", "def f(**a, **b): pass", "def f(**a=1): pass", "def f(*a=1): pass", "def f(a, /, /): pass", "def f(/): pass", "def f(/, a): pass", "def f(*, /): pass", "def f(a, *, /): pass", "def f(*a, /): pass",
              "def f(a=1, /, b): pass", "def f((a, b)): pass", "def f(a b): pass", "def f(a.b): pass", "def f(a=): pass", "def f(a:): pass", "def f(a: int = ): pass", "def f(1): pass", "def f('a'): pass", "def f(a,, b): pass", "def f(,): pass",
              "def f(a) -> : pass", "def f(a) - > b: pass", "def f(a) = b", "def f(a): return", "def f(a):", "def f(a): x = ", "def f(*, a): pass", "def f(None): pass", "def f(True=1): pass", "def f(*None): pass", "def f(**True): pass", "def f(__debug__): pass",
              "def __debug__(): pass", "class __debug__: pass", "import __debug__", "__debug__ = 1", "a.__debug__ = 1", "del __debug__", "global __debug__", "for __debug__ in a: pass", "__debug__ += 1"]
STATEMENT_PLACES = ["{}", "{}\n", "def f():\n    {}", "class C:\n    {}", "if a:\n    {}", "while a:\n    {}", "for a in b:\n    {}\nelse:\n    {}", "async def f():\n    {}", "try:\n    {}\nfinally:\n    pass", "with a:\n    {}\nb",
                    "a\n{}\nb", "def f():\n    def g():\n        {}", "if a: {}", "x = 1; {}"]

LAYOUT = ["if a:\npass", "if a:\n  b\n c", "if a:\n\tb\n        c", "if a:\n        b\n\tc", "  a", "\ta", "a\n  b", "if a:\n    b\n  c", "def f():\n\n\nx", "def f():\n    # only\nx", "class A:\n\nx = 1", "for a in b:\nc", "while a:\nb", "with a:\nb",
          "try:\na", "try:\n    a\nexcept:\nb", "try:\n    a\nexcept b:\nc", "try:\n    a\nexcept b as c:\nd", "try:\n    a\nfinally:\nb", "if a:\n    b\nelse:\nc", "if a:\n    b\nelif c:\nd", "for a in b:\n    c\nelse:\nd", "while a:\n    b\nelse:\nc",
          "match a:\ncase 1: pass", "match a:\n    case 1:\n    pass", "match a:\n", "match a:\n    x", "class A(b):\nc", "def f() -> a:\nb", "async def f():\nb", "a \\", "a \\\n", "a \\ b", "\\", "a = \\\n\n1", "if a: \\\n    b", "if a:\n    b\n\n\n        c",
          "if a:\n    if b:\n    c", "if a:\n    if b:\n        c\n      d", "x = 1\n    y = 2", "(\n  a\n    b)", "def f(\n  a\n  b): pass", "if a:\n    b\n   c\n", "\x0c  a", "if 1:\n \tb\n\t c", "a\rb c", "a\r\nb c", "if a:\r\n  b\r\n c",
          "#", "", "\n", "   ", "\t\n", "# coding: utf-8\na b", "a = 1 # x\nb c # y", "é = ", "a = é b", "日本 語", "x = '日本' y", "f('日本', a b)", "if '日本': \na", "x = ‘a’", "x = “a”", "a – b", "a\u00a0b", "a\u200bb", "a\u3000b", "x = 1\u0007", "😀 = 1", "a€", "²", "x²",
          "match = 1", "match a", "match (a)", "match a, b:\n    case 1, 2: pass\n    case _: pass\n    case x: pass"]

PATTERNS = """1 | 1.5 | -1 | -a | +1 | 1+2j | 1+2 | a+1 | 1-2j | -1+2j | 'a' | 'a' 'b' | b'a' | f'a' | f'{a}' | None | True | a | _ | a.b | a.b.c | a() | a(b) | a(b=1) | a(b=1, c) | a(b=1, b=2)
a(b, b) | a.b() | a()() | a[0] | [a, b] | [a, *b] | [*a, *b] | (a, b) | (a) | () | [] | a, b | a, *b | *a | *a, | *_ | *_, *_ | {} | {1: a} | {a: b} | {a.b: c} | {1: a, 1: b} | {'a': 1, 'a': 2} | {**a} | {**a, 1: b} | {1: a, **b}
{1: a, **b, **c} | {**_} | {**a.b} | {1: a, **b,} | a | b | (a | b) | 1 OR 2 | a OR b | a OR 1 | 1 OR a | _ OR 1 | 1 OR _ | (a, b) OR (b, a) | (a, b) OR (a, c) | [a] OR [b] | 1 as a | a as b | _ as a | a as _ | 1 as a.b | 1 as 1 | 1 as a() | 1 as (a)
a as a | (1 as a) as b | [a, a] | {1: a, 2: a} | A(a, b=a) | a if b | a if | if b | 1 if b | not a | a and b | lambda: 1 | a < b | a if (b := c) | a := b | (a := b) | 1 + 1 | 'a' + 'b' | - | -'a' | --1 | 1j | 1j+1 | 1.5+1j | ~1 | ... | [1 | (1 | {1 | {1: | {1:} | A( | A(b= | A(=1) | A(1=b) | A(b.c=1) | A(*a) | A(**a) | a b | 1 2 | a: b | yield | await a | __debug__
1 as __debug__ | {1: a, 2} | {a} | {*a} | [**a] | a[1:2] | a.1 | a. | .a | * | ** | | OR 1 | 1 OR | 1 OR OR 2 | , | , a | a,, b | 0x | 1_ | '\\x' | {-1: a} | {1+1j: a} | {None: a} | {'a' 'b': a} | {f'': a} | {-a: b} | {1 OR 2: a}"""
PATTERNS = [p.strip().replace("OR", "|") for line in PATTERNS.split("\n") for p in line.split(" | ")]


def places(parts, forms):
    for form in forms:
        for part in parts:
            yield form.replace("{{", "\0").replace("}}", "\1").replace("{}", part).replace("\0", "{").replace("\1", "}")


def all_sources():
    yield from places(EXPRESSIONS, TARGETS)
    yield from places(KEYWORDS, KEYWORD_PLACES)
    yield from places(NUMBERS, NUMBER_PLACES)
    yield from STRINGS
    yield from ("x = " + s for s in STRINGS)
    yield from ("f(" + s + ", a)" for s in STRINGS)
    for form in FSTRING_PLACES:
        for part in FSTRINGS:
            yield form.replace("{}", part, 1)
    for form in BRACKET_PLACES:
        for part in BRACKETS:
            yield form.replace("{}", part, 1)
    for form in STATEMENT_PLACES:
        for part in STATEMENTS:
            yield form.replace("{}", part)
    yield from LAYOUT
    yield from (f"match x:\n    case {p}:\n        pass\n" for p in PATTERNS)
    yield from (f"match x:\n    case {p}: pass\n    case _: pass" for p in PATTERNS)
    yield from ("x = " + "1" * 4300, "x = " + "1" * 4301, "x = -" + "1" * 5000, "x = 0x" + "f" * 5000)
