# sub, subn, split, findall, finditer: counts, functions, templates, empty matches.
import re


def attempt(function, *args, **kwargs):
    try:
        print(ascii(function(*args, **kwargs)))
    except (IndexError, TypeError, ValueError, re.error, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)


print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1), re.subn("a", "b", "banana"), re.subn("z", "b", "banana"))
print(re.sub("A", "x", "banana", flags=re.I), re.subn("A", "x", "banana", 1, re.I), re.sub("a", "b", "banana", -1))
print(re.sub(r"(\w)(\d)", r"\2\1", "a1b2"), re.sub(r"(?P<l>\w)(?P<d>\d)", r"\g<d>-\g<l>", "a1b2"), re.sub("x*", "-", "abxd"), re.sub("", "-", "abc"))
print(re.sub("(a)|b", r"[\1]", "ab"), re.sub(r"\b", "|", "ab cd"), re.sub("$", "!", "a\n"), re.sub("(?m)^", "> ", "a\nb\n"), re.sub("a", r"\\", "a"))
print(re.sub("a", lambda m: m.group().upper(), "banana"), re.sub("a", lambda m: None, "banana"), re.sub("(.)", lambda m: str(m.start()), "abc"))
print(re.sub(".", lambda m: "é" if m.group() == "e" else m.group(), "hello"), re.sub("b*", lambda m: repr(m.span()), "abc"))
attempt(re.sub, "a", lambda m: 1, "xa")
attempt(re.sub, "a", lambda m: b"1", "a")
attempt(re.sub, "a", lambda m: 1 / 0, "a")
attempt(re.sub, "a", lambda: 1, "a")
attempt(re.sub, "a", 1, "a")
attempt(re.sub, "a", None, "b")
attempt(re.sub, "a", b"x", "a")
attempt(re.sub, "a", b"x", "b")
attempt(re.sub, "a", r"\1", "b")
attempt(re.sub, "(a)", r"\2", "b")
attempt(re.sub, "(a)", r"\g<n>", "b")
attempt(re.sub, "a", "x", 1)
attempt(re.sub, "a", "x", b"a")
attempt(re.sub, b"a", "x", b"a")
attempt(re.sub, b"a", b"x\\n", b"ab")
attempt(re.sub, "a", "x", "a", "z")
attempt(re.sub, "a", "x", "a", 10**30)
attempt(re.sub, "a", "x")
attempt(re.compile("a").sub, "x")
attempt(re.compile("a").sub, "x", "a", 0, 1)
attempt(re.compile("a").subn, repl="x", string="aa", count=1)

print("-- reentrancy: the function uses the same pattern")
r = re.compile("[a-é]")
print(r.sub(lambda m: "<" + ",".join(r.findall("xé" + m.group() * 2)) + ">", "aéb"))

print("-- split")
for args in [(",", "a,b,,c"), (",", "a,b,,c", 1), (",", "a,b", 0), (",", "a,b", -1), (",", ""), ("", "abc"), ("x*", "axbc"), ("(x*)", "axbc"), (r"\b", "hello, world"), ("(,)(;)?", "a,b,;c"),
             (r"\W+", "Words, words"), (r"(\W+)", "Words, words"), ("a", "aaa"), ("z", "aaa"), (r"(?m)$", "a\nb\n"), ("[é日]", "aébé日c")]:
    print(args, ascii(re.split(*args)))
print(re.split("a", "xAy", flags=re.I), re.split("b", "abc", maxsplit=1), re.compile("(b)").split("abcb", maxsplit=1))
attempt(re.split, "a", 5)
attempt(re.split, "a", "b", "c")
attempt(re.split, "a", b"b")

print("-- findall and finditer")
for args in [("a", "banana"), ("(a)(n)?", "banana"), ("(a)", "banana"), ("", "abc"), ("a*", "baac"), ("a*?", "baac"), ("|a", "aa"), ("(|a)+", "aa"), ("a|", "ba"), (r"\b|\w+", "ab cd"),
             (r"(?:|x|y)z?", "xzyz"), ("()", "ab"), ("(a)?b?", "abb"), ("(?s).", "é\n日"), ("[^a]*?", "xax"), ("^", "a\nb"), ("(?m)^", "a\nb\n"), ("(?m)$", "a\nb\n"), ("$", "a\n"), (r"\Z", "a\n")]:
    print(args, ascii(re.findall(*args)), [m.span() for m in re.finditer(*args)])
print(re.compile("a").findall("banana", 2), re.compile("a").findall("banana", 2, 4), [m.start() for m in re.compile("a").finditer("banana", 2)],
      re.compile("a").findall(string="aaa", pos=1, endpos=2))
it = re.finditer("a", "aba")
print(next(it).span(), next(it).span(), next(it, "end"), next(it, "end"), iter(it) is it)
m = list(re.compile("b").finditer("abcb", 1, 4))[1]
print(m.pos, m.endpos, m.span())
attempt(re.findall, "a", None)
attempt(re.finditer, "a", b"a")
attempt(re.findall, "a")

print("-- escape")
for text in ["a.b", "", "é-日", "".join(map(chr, range(128))), "a b#c"]:
    print(ascii(re.escape(text)), re.fullmatch(re.escape(text), text) is not None)
print(re.escape(b"a.b\xff\x00 "), re.escape(bytearray(b"(x)")))
attempt(re.escape, 1)
attempt(re.escape, None)
print(re.purge())
