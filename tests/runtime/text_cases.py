#!/usr/bin/env python3
"""Calls of str and bytes methods on all small inputs, with what CPython 3.11 answers.

One call a line: method TAB receiver TAB arguments (space separated) TAB repr of the result, or
"Type: message". Values are written as a letter and text: s and b (hex of the bytes), i, f (hex), N,
t and l (tuple, list: items joined by commas, inner ones by
semicolons). text_differential_test.cc reads it.
"""
import itertools
import sys

if sys.version_info[:2] != (3, 11):
    sys.exit(77)
sys.setrecursionlimit(10000)
LETTERS = "aB \u00e9\U0001f600"
write = sys.stdout.write


def code(v, separator=","):
    if v is None:
        return "N"
    if isinstance(v, str):
        return "s" + v.encode("utf-8", "surrogatepass").hex()
    if isinstance(v, bytes):
        return "b" + v.hex()
    if isinstance(v, bool):
        return "T" if v else "F"
    if isinstance(v, int):
        return "i" + str(v)
    if isinstance(v, float):
        return "f" + v.hex()
    return ("t" if isinstance(v, tuple) else "l") + separator.join(code(x, ";") for x in v)


def call(receiver, method, *args):
    try:
        answer = repr(getattr(receiver, method)(*args)) if method != "%" else repr(receiver % args[0])
    except Exception as e:
        answer = type(e).__name__ + ": " + str(e)
    answer = answer.encode("utf-8", "backslashreplace").hex()
    write(f"{method}\t{code(receiver)}\t{' '.join(map(code, args))}\t{answer}\n")


def words(longest, letters=LETTERS):
    for n in range(longest + 1):
        for t in itertools.product(letters, repeat=n):
            yield "".join(t)


def simple():
    names = ("upper lower title capitalize swapcase casefold isalnum isalpha isascii isdecimal isdigit "
             "isidentifier islower isnumeric isprintable isspace istitle isupper split rsplit strip "
             "lstrip rstrip splitlines encode __repr__").split()
    for s in itertools.chain(words(4), words(3, "\u03a3a'\u0301."), words(3, "\u01c5\u00df\u0130x\u1e9e"),
                             words(3, "\n\r\x85\u2028x"), words(3, "1\u00bd\u0663\u00b2_"),
                             words(3, "'\"\\\t\x00"), words(2, "\x7f\xa0\xad\ud800\U000e0001"),
                             ["x" * 63 + "\u00e9" * 70, "\u00e9" * 200 + "a"]):
        for name in names:
            if name == "encode" and any("\ud800" <= c <= "\udfff" for c in s):
                continue
            call(s, name)


def search():
    bounds = [(), (0,), (1,), (-1,), (None, 2), (1, -1), (2, 1), (5,), (0, 99), (-99, 1)]
    for s in words(3):
        for sub in words(2):
            for b in bounds if len(s) < 3 else bounds[:4]:
                for name in ("find", "rfind", "count", "startswith", "endswith"):
                    call(s, name, sub, *b)
            call(s, "index", sub)
            call(s, "rindex", sub)
            call(s, "partition", sub)
            call(s, "rpartition", sub)
            call(s, "removeprefix", sub)
            call(s, "removesuffix", sub)
            call(s, "strip", sub)
            call(s, "lstrip", sub)
            call(s, "rstrip", sub)
            for n in (-1, 0, 1, 2):
                call(s, "split", sub, n)
                call(s, "rsplit", sub, n)
                call(s, "replace", sub, "\u00e9x", n)
            call(s, "replace", sub, "")
            call(s, "replace", sub, "y")
    for s in words(4):
        for n in (0, 1, 2):
            call(s, "split", None, n)
            call(s, "rsplit", None, n)
            call(s, "replace", "a", "B", n)
    for s in words(2):
        call(s, "startswith", ("a", "\u00e9"))
        call(s, "endswith", ("a", "\u00e9"))
        call(s, "join", ["a", "\u00e9", ""])
        call(s, "join", ("x",))
        call(s, "join", [])
        call(s, "splitlines", True)


def layout():
    for s in itertools.chain(words(3), ["+1", "-1", "+", "-\u00e9", "a\tb\tc", "\u00e9\t\n\tx", "\t\t"]):
        for width in (-1, 0, 1, 4, 5, 9):
            call(s, "zfill", width)
            call(s, "expandtabs", width)
            for fill in ((), ("*",), ("\u00e9",)):
                for name in ("center", "ljust", "rjust"):
                    call(s, name, width, *fill)


def errors():
    for args in ((), (1,), (None,), ("a", 1.5), ("a", None), (b"a",), ([],), ((1,),), ("", ), ("ab", "c", "d")):
        for name in ("replace", "split", "partition", "strip", "join", "center", "zfill", "startswith",
                     "endswith", "removeprefix", "translate", "encode", "expandtabs"):
            if name in ("center", "zfill", "replace", "partition") and len(args) in (0, 3):
                continue  # the binder's messages are tested where the binder is
            if args == () or len(args) == 3 or (name in ("join", "zfill", "removeprefix", "translate", "partition", "strip",
                                                        "expandtabs") and len(args) != 1):
                continue
            call("aba", name, *args)


FORMATS = ["{}", "{0}", "{1}{0}", "{}{0}", "{0}{}", "{{}}", "{", "}", "{0", "{!r}", "{!s:>5}", "{!a}", "{!x}",
           "{!}", "{!r", "{!rx}", "{:5}", "{:<5}|", "{:>5}|", "{:^5}|", "{:*^6}|", "{:\u00e9<4}|", "{:=5}", "{:+}",
           "{:.2}", "{:.{1}}", "{:{1}}", "{:{1}.{1}}", "{:{1}{", "{0[0]}", "{0[x]}", "{0.x}", "{0.}", "{0[]}",
           "{0[0}", "{0[0]x}", "{:{:{}}}", "{x}", "{99}", "{:d}", "{:x}", "{:#x}", "{:,}", "{:_}", "{:e}", "{:.3f}",
           "{:08.3f}", "{:%}", "{:z}", "{:c}", "{:s}", "{:ss}", "{:.}", "{:05}", "{:-5d}|", "{: d}", "a{}b{}c",
           "{:99999999999999999999}", "{:10,d}", "{:,.2f}", "{:g}", "{:n}", "{\u00e9}", "{:>\u00e9}"]
VALUES = ["ab", "\u00e9\U0001f600c", "", 0, 5, -12345, 10**20, True, None, 1.5, -0.0, 1e300, float("inf"), (1, 2),
          [1, "x"], b"ab"]
PERCENT = ["%s", "%r", "%a", "%d", "%i", "%u", "%x", "%X", "%o", "%#x", "%#X", "%#o", "%e", "%E", "%f", "%F", "%g",
           "%G", "%c", "%%", "%", "%5s|", "%-5s|", "%05d", "%+d", "% d", "%-05d|", "%.3d", "%.2s", "%.2f", "%8.3f|",
           "%-8.3f|", "%+08.2f", "%#.3g", "%#g", "%.0f", "%#.0f", "%hd", "%ld", "%z", "%\u00e9", "%5%", "%(a)s",
           "%(a", "%.", "%5", "%s%s", "%+x", "% X", "%#010x", "%+.5d", "%08.3d", "%5c|", "%-5c|", "%.1c", "%5r|",
           "%010s", "%+s", "%#5.4x", "x%dy%sz", "%99999999999999999999d", "%.99999999999f", "%+g", "%+e", "%-+8d|", "%+5.1f"]


def formats():
    for f in FORMATS:
        for v in VALUES:
            call(f, "format", v)
            call(f, "format", v, 3)
    for f in PERCENT:
        for v in VALUES:
            call(f, "%", v)
            call(f, "%", (v,))
        call(f, "%", ())
        call(f, "%", ("a", 7))
    for f in ("%*d|", "%-*d|", "%.*f", "%*.*f|"):
        for args in ((5, 3), (-5, 3), (2, 1.5), (6, 2, 1.5), ("x", 1), (5,)):
            call(f, "%", args)


def byte_methods():
    names = ("upper lower title capitalize swapcase isalnum isalpha isascii isdigit islower isspace istitle isupper "
             "split rsplit strip lstrip rstrip splitlines hex decode __repr__").split()
    texts = [w.encode("latin-1") for w in words(3, "aB \n\xe9")] + [b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98", b"\xed\xa0\x80",
             b"\xc3(", b"\xe2\x82", b"\xe2\x28\xa1", b"\xf8", b"\xc0\x80", b"'\"", b"a'b", b"\x00\x7f\\\t\r"]
    for b in texts:
        for name in names:
            call(b, name)
        for handler in ("ignore", "replace", "backslashreplace", "surrogateescape", "nonsense"):
            call(b, "decode", "utf-8", handler)
            call(b, "decode", "ascii", handler)
        call(b, "decode", "ascii")
        call(b, "decode", "latin-1")
        call(b, "decode", "klingon")
        for sub in (b"", b"a", b"B ", b"\xe9", 97, 300, "a", None):
            for name in ("find", "rfind", "count", "index"):
                call(b, name, sub)
            for name in ("split", "partition", "rpartition", "strip", "startswith", "endswith", "removeprefix"):
                if not (name in ("split", "strip") and sub is None):
                    call(b, name, sub)
            call(b, "replace", sub, b"xy")
            call(b, "replace", b"a", sub)
        for width in (0, 4, 5):
            call(b, "center", width)
            call(b, "zfill", width)
            call(b, "rjust", width, b"\xe9")
        call(b, "hex", ":", 2)
        call(b, "hex", ":", -2)
        call(b, "translate", None, b"a")
        call(b, "join", [b"x", b"", b"yz"])
        call(b, "join", [b"x", "y"])


def encodings():
    for s in itertools.chain(words(3, "a\u00e9\u0394\ud800\U0001f600")):
        for encoding in ("utf-8", "ascii", "latin-1", "UTF8", "iso-8859-1", "klingon"):
            for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "nonsense"):
                call(s, "encode", encoding, handler)


GROUPS = {f.__name__: f for f in (simple, search, layout, errors, formats, byte_methods, encodings)}
GROUPS[sys.argv[1]]()
