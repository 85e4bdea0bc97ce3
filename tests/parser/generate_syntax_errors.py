#!/usr/bin/env python3
"""Writes what CPython 3.11 says about each case of syntax_errors.txt, a line each:

    python3.11 tests/parser/generate_syntax_errors.py > tests/parser/syntax_errors_expected.txt

Cases are separated by lines of four dashes. A line is "TYPE line:column-end_line:end_column message",
with columns as the exception has them, or "ok" if CPython accepts the case.
"""

import ast
import os
import warnings

FOLDER = os.path.dirname(os.path.abspath(__file__))


def cases():
    with open(os.path.join(FOLDER, "syntax_errors.txt"), encoding="utf-8") as file:
        return file.read().split("----\n")


def judge(source):
    try:
        ast.parse(source)
    except SyntaxError as error:
        position = f"{error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset}"
        return f"{type(error).__name__} {position} {error.msg}"
    return "ok"


warnings.simplefilter("ignore")
for case in cases():
    print(judge(case))
