# Flags: as values, inline, scoped; what patterns show of them.
import re

for flag in [re.A, re.I, re.M, re.S, re.U, re.X, re.ASCII, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.UNICODE, re.VERBOSE, re.NOFLAG]:
    print(repr(flag), str(flag), int(flag), flag.name, flag.value, bool(flag), f"{flag}", f"{flag!r:>16}|")
for flags in [re.I | re.M, re.M | re.I, re.A | re.X | re.S, re.I & re.M, (re.I | re.M) & re.M, re.I ^ re.M, re.I ^ re.I, re.I | 8, 2 | re.M, re.I | 1024, ~re.I, ~(re.I | re.M),
              re.RegexFlag(0), re.RegexFlag(2), re.RegexFlag(10), re.RegexFlag(1024), re.RegexFlag(-1), re.RegexFlag(511)]:
    print(repr(flags), str(flags), int(flags), flags.name, flags.value, bool(flags), len(flags), [repr(f) for f in flags])
print(re.I == 2, re.I is re.IGNORECASE, re.RegexFlag(2) is re.I, re.I in re.I | re.M, re.S in re.I | re.M, re.I + 1, re.I * 2, -re.I, isinstance(re.I, int), re.I < re.M)
print({re.I: 1}[2], hash(re.I) == hash(2), (re.I | re.M) == 10, type(re.I | re.M) is re.RegexFlag, type(re.I + re.M) is int)
try:
    re.RegexFlag("x")
except ValueError as e:
    print(e)
try:
    re.I | "x"
except TypeError as e:
    print(e)

print("-- patterns")
for args in [("a",), ("a", re.I), ("a", re.U), ("a", re.A), ("a", re.I | re.M | re.S | re.X), ("(?i)a",), ("(?x) a", re.S | re.A), ("(?i:a)",), (b"a",), (b"a", re.I), ("a" * 300,), ("é" * 300,), ("'\"\n",),
             ("(?P<a>x)(?P<b>y)(z)",), ("(?ims)a",), ("(?u)a",), (b"(?L)a",)]:
    r = re.compile(*args)
    print(ascii(r), r.flags, r.groups, dict(r.groupindex), r.pattern == args[0])
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), re.compile("a") == re.compile(b"a"), re.compile("a") == "a", re.compile("a") != re.compile("b"),
      hash(re.compile("a")) == hash(re.compile("a")), len({re.compile("a"), re.compile("a"), re.compile("b")}))
for operation in ["r < r", "r()", "len(r)", "r.nothing"]:
    r = re.compile("a")
    try:
        print({"r < r": lambda: r < r, "r()": lambda: r(), "len(r)": lambda: len(r), "r.nothing": lambda: r.nothing}[operation]())
    except (TypeError, AttributeError) as e:
        print(operation, type(e).__name__)

print("-- what they do")
CASES = [
    ("abc", "ABC", re.I), ("[a-c]+", "ABC", re.I), ("[^a]", "A", re.I), ("é", "É", re.I), ("é", "É", re.I | re.A), ("ß", "ẞ", re.I), ("k", "\u212a", re.I), ("s", "ſ", re.I), ("i", "İ", re.I), ("ı", "I", re.I),
    ("[a-z]+", "ſK\u212a", re.I), ("[a-z]+", "ſK\u212a", re.I | re.A), ("σ", "ς", re.I), ("Σ", "ς", re.I), ("ǆ", "ǅ", re.I), ("µ", "μ", re.I), ("[^\u212a]", "k", re.I), ("\\x41", "a", re.I),
    ("(?i:a)b", "Ab", 0), ("(?i:a)b", "AB", 0), ("(?i)a(?-i:b)c", "AbC", 0), ("(?i)a(?-i:b)c", "ABC", 0), (".", "\n", 0), (".", "\n", re.S), ("(?s:.)", "\n", 0), ("(?-s:.)", "\n", re.S),
    ("^b", "a\nb", 0), ("^b", "a\nb", re.M), ("a$", "a\nb", 0), ("a$", "a\nb", re.M), ("a$", "a\n", 0), ("a\\Z", "a\n", 0), ("a\\Z", "a\n", re.M), ("a$", "a\n\n", 0), ("$", "", 0), ("(?m:^)b", "a\nb", 0),
    ("a b # c\n d", "abd", re.X), ("a\\ b", "a b", re.X), ("[a b]+", "a b", re.X), ("a (?-x: b)", "a b", re.X), ("(?x: a b)c d", "abc d", 0), ("(?x)a#(", "a", 0), ("a# b", "a# b", 0), ("(?#note)a", "a", 0),
    ("\\w+", "éa_1", 0), ("\\w+", "éa_1", re.A), ("\\W", "é", re.A), ("\\d+", "1٣", 0), ("\\d+", "1٣", re.A), ("\\s+", " \u2003\x1c", 0), ("\\s+", " \u2003\x1c", re.A), ("\\bé\\b", "aé é", 0), ("\\bé\\b", "é", re.A),
    ("\\B", "", 0), ("\\b", "", 0), ("\\B", "é", 0), ("\\Ba", "éa", 0), ("\\ba", "éa", 0), ("(?a:\\w)\\w", "aé", 0), ("(?a:\\w)\\w", "éa", 0),
]
for pattern, text, flags in CASES:
    m = re.search(pattern, text, flags)
    print(ascii(pattern), ascii(text), repr(re.RegexFlag(flags)), m and (m.span(), ascii(m.group())))
