# The syntax of patterns, construct by construct: what each matches in a few texts; of str and of bytes.
import re

TEXTS = ["", "a", "b", "ab", "aab", "abab", "aaaa", "A", "é", "1", "_", " ", "\n", "a\n", "a b", "a-b", "]", "-", "^", "\\", "{", "}", "a{", "a{,2", "\t", "\x00", "日本", "\U0001f600", "ÿ"]
PATTERNS = [
    "", "a", "ab", "a|b", "a|", "|a", "a||b", "()", "(a)", "((a)b)", "(?:a)b", "(?:)", "(a|b)+", "(?P<x>a)(?P<y1>b)?", "a*", "a+", "a?", "a*?b", "a+?", "a??b", "a{2}", "a{2,}", "a{,2}",
    "a{1,3}b", "a{2}?", "a{0}", "a{,}", "a{", "a{,2", "a{1", "a{}", "a{x}", "{", "{}", "}", "]", "a{1,2}{", "(?:a{2}){2}", "(?:ab){2}", "(?:a|b){2,3}", "x*", "[a]", "[ab]", "[^a]", "[a-c]", "[^a-c]", "[]]", "[^]]",
    "[]a]", "[a-]", "[-a]", "[a\\-c]", "[\\]]", "[\\^a]", "[a^]", "[.]", "[*+?{}()|$]", "[\\d]", "[^\\d]", "[\\w]", "[\\W]", "[\\s\\S]", "[^\\s\\S]", "[\\w-]", "[\\x61-\\x63]", "[\\n]", "[\\b]", "[\\\\]", "[\\0]", "[\\101]",
    ".", "..", ".*", "(?s).*", "^", "$", "^a", "a$", "^$", "\\Aa", "a\\Z", "(?m)^.", "(?m).$", "\\b", "\\B", "\\ba", "a\\b", "\\d", "\\D", "\\w+", "\\W", "\\s", "\\S+", "\\t", "\\n", "\\0", "\\x41", "\\101", "\\141", "\\.",
    "\\\\", "\\-", "\\ ", "\\{", "\\]", "(?i)A", "(?i:A)b", "(?-i:a)", "(?x) a  b # c", "(?#comment)a", "(?:(?:(?:a)))", "((((a))))", "(?i)[^A]", "a{1000}", "a{0,1500}", "(?:a{50}){50}|a", "(a){1100}|b", "a{1001,}|ab",
]
TEXT_ONLY = ["é", "[é-ü]", "\\u00e9", "\\U0001F600", "\\N{LATIN SMALL LETTER E WITH ACUTE}", "[\\u65e5\\N{DIGIT ONE}]", "(?i)É", "(?a)\\w", "(?u)\\w", "日.", "[^é]", "[\\U0001f600-\\U0001f602]", "ÿ", "[\\x80-\\xff]"]
BYTES_ONLY = [b"\xff", b"[\x80-\xff]", b"\\xff", b"[^\xff]", b"\\377", b"\\w", b"(?i)\xe9", b"(?L)\\w", b".", b"\\u" if False else b"u"]


def shown(m):
    return "-" if m is None else "".join([f"{a},{b};" for a, b in m.regs])


for pattern in PATTERNS + TEXT_ONLY:
    r = re.compile(pattern)
    print(ascii(pattern), r.groups, dict(r.groupindex))
    print("  ", " ".join([shown(r.search(text)) for text in TEXTS]))
    print("  ", " ".join([shown(r.fullmatch(text)) for text in TEXTS]))

print("-- bytes")
DATA = [text.encode() for text in TEXTS] + [b"\xff", b"\xe9", b"\x80a"]
for pattern in [p.encode() for p in PATTERNS] + BYTES_ONLY:
    r = re.compile(pattern)
    print(pattern, " ".join([shown(r.search(text)) for text in DATA]), " ".join([shown(r.fullmatch(text)) for text in DATA]))

print("-- long texts")
print(re.search("b", "a" * 10000 + "b").span(), re.search("日$", "é" * 5000 + "日\n").span(), re.sub("é", "e", "aé" * 1000) == "ae" * 1000, len(re.findall(r"\bé", "é a " * 500)))
print(re.match("a{3000}", "a" * 3000).end(), re.match("(?:ab){1500,}", "ab" * 1600).end(), re.match("[ab]{2,2500}?c", "ab" * 1000 + "c").end())
