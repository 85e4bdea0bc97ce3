# Random patterns of the grammar that RE2 can do, on short texts: everything that matching shows.
# Batches are printed as a number each; to see the cases of one, set SHOW to its number.
import re

SHOW = -1
BATCHES = 30
CASES = 100

state = 20231107


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return (state >> 33) % n


def pick(items):
    return items[rand(len(items))]


ATOMS = ["a", "b", "c", "A", "B", ".", "\\w", "\\W", "\\d", "\\s", "\\S", "[ab]", "[^a]", "[a-c]", "[^b-c1]", "[\\w-]",
         "\\n", "\n", "1", " ", "\\x61", "_", "é", "É", "[é-ü]", "ß", "Ж", "ж", "\\D", "[^\\W_]", "-", "k", "s", "i"]
ANCHORS = ["^", "$", "\\A", "\\Z", "\\b", "\\B"]
QUANTIFIERS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}", "{,2}", "{0}", "{1,3}?"]
FLAGS = [0, 0, 0, 0, re.I, re.M, re.S, re.I | re.M, re.A, re.A | re.I, re.M | re.S]
LETTERS = ["a", "b", "c", "A", "B", "1", " ", "\n", "-", "_", "é", "É", "ß", "ж", "Ж", "K", "ſ", "İ", "٣", "日", "k", "s", "i"]


# Each gives a pattern and whether it can match the empty text: what can is not repeated more than once, for the
# captures of such repetitions are RE2's own (divergences/re_empty_repeats.py).
def pattern(depth):
    kind = rand(12)
    if depth <= 0 or kind < 5:
        out, empty = pick(ATOMS), False
    elif kind < 6:
        return pick(ANCHORS), True
    elif kind < 8:
        body, empty = alternatives(depth - 1)
        out = "(" + body + ")"
    elif kind < 10:
        body, empty = alternatives(depth - 1)
        out = "(?:" + body + ")"
    elif kind < 11:
        opening = pick(["(?i:", "(?s:", "(?-i:", "(?P<n%d>" % rand(1000000)])
        body, empty = alternatives(depth - 1)
        out = opening + body + ")"
    else:
        return sequence(depth - 1)
    if rand(3) == 0:
        quantifier = pick(["?", "??", "{0}", "{1}"] if empty else QUANTIFIERS)
        out += quantifier
        empty = empty or quantifier not in ["+", "+?", "{2}", "{1,2}", "{2,}", "{1,3}?"]
    return out, empty


def sequence(depth):
    parts = [pattern(depth) for _ in range(rand(4) if rand(4) else 1)]
    return "".join([p for p, _ in parts]), all([e for _, e in parts])


def alternatives(depth):
    parts = [sequence(depth) for _ in range(1 + (rand(3) if rand(2) else 0))]
    return "|".join([p for p, _ in parts]), any([e for _, e in parts])


def text():
    ascii_only = rand(2)
    return "".join([LETTERS[rand(10)] if ascii_only else pick(LETTERS) for _ in range(rand(9))])


def spans(m):
    return None if m is None else (m.regs, m.lastindex)


def case():
    p, s, flags = alternatives(2 + rand(2))[0], text(), pick(FLAGS)
    try:
        r = re.compile(p, flags)
    except re.error as e:
        return (p, s, flags, str(e))
    begin, end = rand(len(s) + 1), rand(len(s) + 1)
    return (p, s, int(flags), spans(r.search(s)), spans(r.match(s)), spans(r.fullmatch(s)), r.findall(s),
            [spans(m) for m in r.finditer(s)], r.split(s), r.sub("<\\g<0>>", s), r.subn("-", s, 2),
            spans(r.search(s, begin)), spans(r.search(s, 0, end)), [m.span() for m in r.finditer(s, min(begin, end), max(begin, end))])


for batch in range(BATCHES):
    digest = 0
    for _ in range(CASES):
        shown = ascii(case())
        for c in shown:
            digest = (digest * 31 + ord(c)) % 1000000007
        if batch == SHOW:
            print(shown)
    print(batch, digest)
