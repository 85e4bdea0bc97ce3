"""re: lookaround, backreferences, conditional and atomic groups and possessive quantifiers are refused when a pattern is compiled.

cause: patterns are matched by RE2, in time linear in the text, so that none can run for ever; these need backtracking. A pattern is also refused
  when it is too large for RE2's memory, or when anchors (or \\b) with and without the flag that changes them stand in one pattern.
workaround: capture the context with the match and use a group, or test it in Python; re.error says which construct is meant.
"""
import re

for pattern in [r"a(?=b)", r"a(?!b)", r"(?<=a)b", r"(?<!a)b", r"(a)\1", r"(?P<x>a)(?P=x)", r"(a)?(?(1)b|c)", r"(?>a+)b", r"a++", r"a?+", r"a*+b", r"a{1,2}+",
                r"(?m:^)a$", r"(?a:\b)a\b", r"(?:[ab]{900}){9000}"]:
    try:
        re.compile(pattern)
        print(pattern, "compiles")
    except re.error as e:
        print(pattern, e)
