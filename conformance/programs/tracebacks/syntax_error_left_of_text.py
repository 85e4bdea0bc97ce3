# A caret that would stand in the indentation is left out.
try:
    raise SyntaxError("left", ("f", 1, 2, "      text\n"))
except SyntaxError:
    try:
        raise SyntaxError("far right", ("f", 1, 99, "text\n"))
    except SyntaxError:
        raise SyntaxError("third line", ("f", 9, 12, "one\ntwo\nthree\n"))
