"""Writes positions.txt anew: for each snippet of positions.txt, where CPython 3.11 says it raised.

Run with the oracle: /usr/bin/python3 generate_positions.py. A case is the text between lines of
`>>>`; its expectation follows `===`: one frame a line, outermost first: name, line, column, end
line, end column.
"""
import os
import sys
import warnings

warnings.simplefilter("ignore")
assert sys.version_info[:2] == (3, 11)
PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "positions.txt")


def frames(source):
    code = compile(source, "case.py", "exec")
    try:
        exec(code, {"__name__": "__main__"})
    except BaseException as e:
        found = []
        tb = e.__traceback__.tb_next
        while tb is not None:
            c = tb.tb_frame.f_code
            if c.co_filename == "case.py":
                position = list(c.co_positions())[tb.tb_lasti // 2]
                found.append(" ".join(str(x) for x in (c.co_name, position[0], position[2], position[1], position[3])))
            tb = tb.tb_next
        return found
    raise SystemExit("does not raise:\n" + source)


def main():
    cases = [c.split("===\n")[0] for c in open(PATH, encoding="utf-8").read().split(">>>\n")[1:]]
    with open(PATH, "w", encoding="utf-8") as out:
        for source in cases:
            out.write(">>>\n" + source + "===\n" + "\n".join(frames(source)) + "\n")


main()
