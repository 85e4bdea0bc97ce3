"""re: what a group inside a repetition captures, where its body can match the empty text, and whether such a repetition goes on.

cause: CPython goes through the body once more with the empty text, and stops there; RE2 leaves such rounds out.
workaround: repeat only what cannot be empty: `(a*)` or `(a+)*` for `(a*)*`.
"""
import re

for pattern, text in [(r"(a|b*)*", "ab"), (r"(a*)+", "aa"), (r"(.|){2,}", "ab"), (r"(|a)+", "aa"), (r"((?:b||[a-z]){,2})*", "ab")]:
    m = re.match(pattern, text)
    print(pattern, text, m.span(), m.groups())
