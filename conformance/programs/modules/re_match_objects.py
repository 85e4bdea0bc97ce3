# Match objects: groups, spans, names, text forms.
import re


def attempt(function, *args, **kwargs):
    try:
        print(ascii(function(*args, **kwargs)))
    except (IndexError, TypeError, re.error, AttributeError, OverflowError) as e:
        print(type(e).__name__, e)


m = re.search(r"(?P<year>\d+)-(?P<month>\d+)(x)?", "on 2024-05!")
print(m)
print(m.group(), m.group(0), m.group(1), m.group("month"), m.group(3), m.group(1, 2, "year", 3), m[0], m[1], m["month"], m[3], m.group(True))
print(m.groups(), m.groups("none"), m.groups(default=0), m.groupdict(), m.groupdict("d"), m.groupdict(default=1))
print(m.start(), m.end(), m.span(), m.start(1), m.end("year"), m.span(2), m.span(3), m.start(3), m.end(3), m.regs)
print(m.pos, m.endpos, m.lastindex, m.lastgroup, m.re, m.string, bool(m))
for wrong in [4, -1, "day", None, 1.5, b"year", 10**30]:
    attempt(m.group, wrong)
    attempt(m.start, wrong)
    attempt(m.end, wrong)
    attempt(m.span, wrong)
    attempt(lambda: m[wrong])
attempt(m.group, 1, 9)
attempt(m.start, 1, 2)
attempt(m.groups, 1, 2)
for function in [lambda: len(m), lambda: [x for x in m], lambda: m.nothing]:
    try:
        print(function())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)

print("-- lastindex")
for pattern, text in [("(a)(b)", "ab"), ("((ab))", "ab"), ("(a(b))", "ab"), ("(a)|(b)", "b"), ("((a)(b))", "ab"), ("(a)(b)?", "a"), ("a", "a"), ("(a)()", "a"),
                      ("(?P<x>a)(?P<y>b)?", "a"), ("((a)|(b))+", "ab"), ("(?:(a)|(b))+", "ba"), ("(a)?(b)?(c)?", "ac"), ("()", ""), ("(())", "")]:
    m = re.match(pattern, text)
    print(pattern, m.lastindex, m.lastgroup, m.groups(), m.regs)

print("-- texts of matches")
for pattern, text in [("a*", "a" * 60), ("(?s).*", "\n\t'\"\\"), (".*", "é日本\U0001f600"), ("x*", "abc"), ("'+", "'''"), (".*", "a" * 48 + "é\n")]:
    print(ascii(re.match(pattern, text)))
print(re.match(b".*", b"a\xff'\n"), re.match(b"a*", b"a" * 60), re.match(b"x*", bytearray(b"xx")))

print("-- pos and endpos")
r = re.compile(r"\w+")
for args in [(), (1,), (1, 3), (-5,), (3, 1), (99,), (0, 99), (0, -1), (2, 2)]:
    m = r.search("abcdef", *args)
    print(args, m and (m.group(), m.span(), m.pos, m.endpos))
print(r.search("abc", pos=1, endpos=2), r.match(string="abc", pos=2), r.fullmatch("abc", 1, 3))
print(re.compile("^b").search("ab", 1), re.compile(r"\Ab").match("ab", 1), re.compile("(?m)^b").search("a\nb", 2), re.compile(r"\bb").match("ab", 1),
      re.compile("a$").match("ab", 0, 1), re.compile(r"a\b").match("ab", 0, 1), re.compile(r"a\Z").match("a\n", 0, 1), re.compile("a$").match("a\nb", 0, 2))
attempt(r.match, "a", "x")
attempt(r.match, "a", 10**30)
attempt(r.match, "a", 0, None)
attempt(r.match, 1)
attempt(r.match, None)
attempt(r.match, b"a")
attempt(re.compile(b"a").match, "a")
attempt(r.match, ["a"])
attempt(re.match, "a", 5)
attempt(re.search, b"a", "a")

print("-- expand")
m = re.match(r"(?P<a>x)(y)?", "x")
for template in [r"[\1]", r"\g<a>\g<0>\g<1>", r"\2|\g<2>", r"\\ \n\t\a", r"\101\0\12", r"\.\-", "plain", "", r"\g<01>", r"\400", r"\777", r"\3", r"\g<3>", r"\g<b>",
                 r"\g", r"\g<", r"\g<>", r"\g<a", r"\g<1a>", r"\g<-1>", r"\q", r"\Z", "\\", r"\99", r"\8", r"\08", r"\18", r"\1\n(\g<a>)", r"\g<99999999999>", "a\n\\q"]:
    attempt(m.expand, template)
attempt(m.expand, 1)
attempt(m.expand, b"x")
attempt(m.expand, rb"x\1")
attempt(re.match(b"(a)", b"a").expand, rb"<\1\g<1>\x>")
attempt(re.match(b"(a)", b"a").expand, b"<\\1>\\n\xff")

print("-- strings of other types")


class Text(str):
    pass


m = re.match("a(b)", Text("abc"))
print(type(m.string).__name__, type(m.group()).__name__, type(m.group(1)).__name__, m.string, re.findall("b", Text("abb")), re.sub("b", "c", Text("ab")))
m = re.match(b"a(b)", bytearray(b"abc"))
print(m.string, m.group(), m.groups(), re.sub(b"b", b"c", bytearray(b"ab")), re.split(b"b", bytearray(b"abc")), re.findall(b".", bytearray(b"ab")))
attempt(lambda: re.Match())
