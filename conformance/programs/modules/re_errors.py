# What is wrong with a pattern: message, position, line and column; for str and bytes.
import re

MALFORMED = [
    "(", ")", "a)", "(a", "((a)", "(?:a", "[", "[a", "[]", "[^]", "[a-", "[a-z", "a[b", "*", "+a", "?", "a**", "a+*", "a{2}{3}", "a???",
    "^*", "$+", "\\b+", "(*)", "(|*)", "a|*", "{2}", "(?i)*", "x{5,2}", "x{2,1}y", "\\", "a\\", "[\\", "(\\", "\\x", "\\x1", "\\xg0",
    "[\\x1]", "\\u12", "\\u", "\\U0001", "\\U00110000", "[\\U00110000]", "\\N", "\\N{", "\\N{}", "\\N{NO SUCH NAME}", "\\N{DIGIT", "\\q",
    "\\y", "\\Q", "[\\q]", "[\\b-a]", "[z-a]", "[\\w-a]", "[a-\\w]", "[\\d-\\s]", "[b-\\x61]", "[9-\\d]", "\\1", "(a)\\2", "(a\\1)", "\\400", "\\777",
    "[\\400]", "[\\8]", "[\\9]", "\\8", "\\99", "(?", "(?P", "(?P<", "(?P<a", "(?P<>a)", "(?P<1a>b)", "(?P<a b>c)", "(?P<a", "(?Pa)", "(?P=",
    "(?P=a", "(?P=a)", "(?P=1)", "(?P<a>(?P=a))", "(?P<a>x)(?P<a>y)", "(?P<é>x)(?P<é>y)", "(?P>a)", "(?a", "(?i", "(?i-", "(?i-)", "(?-", "(?-)",
    "(?-i", "(?-i)", "(?i-i:a)", "(?z)", "(?iz)", "(?i!)", "(?-z:a)", "(?i-z:a)", "(?-i!a)", "(?au)", "(?L)", "(?Lu:a)", "(?-a:b)", "(?-u:b)",
    "(?t:a)", "(?-t:a)", "a(?i)", "(a(?i))", "a|(?i)b", "(?#", "(?#abc", "(?<", "(?<a)", "(?<a>b)", "(?^a)", "(?!", "(?=a", "(?<=a", "(?(",
    "(?(1", "(?(1)", "(?(1)a", "(?(0)a)", "(?(2)a|b)", "(?(a)b)", "(?(1a)b)", "(?()a)", "(?(-1)a)", "(a)(?(1)b|c|d)", "(?'a')", "(?>a", "(?>",
    "a\n(b", "a\nb\n\n  [c", "ab\nc**", "(?x) a # (\n (", "\n\\q", "x{99999999999}", "(?P<a\n>b)", "a{1}{", "a{,3}*", "a{2", "a{2,3", "a{,}+*",
    "(?i)(?z)", "[[", "[]-a", "[a-]-", "(?::)", "(?:*)", "((((((((*",
]


def show(pattern, flags=0):
    try:
        compiled = re.compile(pattern, flags)
    except re.error as e:
        print(ascii(pattern), ascii(e.msg), e.pos, e.lineno, e.colno, e.pattern == pattern)
        print("   ", ascii(str(e)), ascii(e.args))
    except (OverflowError, ValueError, TypeError, IndexError) as e:
        print(ascii(pattern), type(e).__name__, e)
    else:
        print(ascii(pattern), "compiles", compiled.groups, compiled.flags)


for malformed in MALFORMED:
    show(malformed)

print("-- as bytes")
for malformed in MALFORMED:
    if malformed.isascii():
        show(malformed.encode())
show(b"\xe9\\")
show(b"(?P<\xe9>a)(?P<\xe9>a)" if False else b"(?P=\xe9)")
show(b"(?\xe9)")
show(b"(?u)")
show(b"(?P\xe9)")
show(b"[\xe9-a]")
show(b"\\u1234")
show(b"\\N{DIGIT ONE}")

print("-- verbose")
for malformed in [" a b (", "a # (", "a # )\n)", " * ", "a *  *", "a {2}", "( ?:a)", "(? :a)", "a{ 2}", "\\ ", "[ a", "# \n\n *"]:
    show(malformed, re.X)

print("-- flags that do not go together")
show("a", re.A | re.U)
show("(?a)a", re.U)
show("(?u)a", re.A)
show("a", re.L)
show(b"a", re.U)
show(b"a", re.L | re.A)
show(b"(?L)a", re.A)

print("-- what is no pattern")
for wrong in [None, 1, 1.5, ["a"], ("a",), {}, bytearray(b"a"), object]:
    try:
        print(re.compile(wrong))
    except TypeError as e:
        print(e)
for wrong in [None, "i", 1.5]:
    try:
        print(re.compile("never seen " + str(wrong), wrong))
    except TypeError as e:
        print(e)
try:
    re.compile(re.compile("a"), re.I)
except ValueError as e:
    print(e)
print(re.compile(re.compile("a")) == re.compile("a"))

print("-- the class")
for e in [re.error("m"), re.error("m", "pattern", 3), re.error("m", "a\nbc\nd", 4), re.error("m", b"a\nbc\nd", 5), re.error("m", "p", None),
          re.error(msg="n", pattern="xyz", pos=0)]:
    print(e.msg, e.pattern, e.pos, e.lineno, e.colno, str(e), repr(e), e.args)
print(issubclass(re.error, Exception), re.error.__name__, re.error.__module__)
try:
    re.error()
except TypeError as e:
    print(e)
