# SyntaxError that a program makes: its fields, its text.
NAMES = ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"]


def show(e):
    print(repr(e), "|", str(e))
    print(" ", *[repr(getattr(e, name)) for name in NAMES])


show(SyntaxError())
show(SyntaxError("message"))
show(SyntaxError(None))
show(SyntaxError(42))
show(SyntaxError("message", ("file.py", 3, 5, "text")))
show(SyntaxError("message", ("/a/b/file.py", 3, 5, "text\n", 4, 6)))
show(SyntaxError("message", ["file.py", 3, 5, "text"]))
show(SyntaxError("message", (None, 3, None, None)))
show(SyntaxError("message", ("file.py", None, None, None)))
show(SyntaxError("message", (None, None, None, None)))
show(SyntaxError("message", (1, "x", None, None)))
show(SyntaxError("message", ("file.py", 10**30, 1, "")))
show(SyntaxError("message", ("dir/", True, 1, "")))
show(SyntaxError("a", "abcd"))
show(SyntaxError("a", ("f", 1, 2, "t"), "third"))
show(IndentationError("message", ("file.py", 3, 5, "text")))
show(TabError("message", ("file.py", 3, 5, "text")))
for wrong in ((), ("f",), ("f", 1, 2), ("f", 1, 2, "t", 1), tuple(range(7)), 5, "abc", "abcdefg"):
    try:
        show(SyntaxError("message", wrong))
    except TypeError as error:
        print("TypeError:", error)
try:
    SyntaxError("message", x=1)
except TypeError as error:
    print(error)
e = SyntaxError("message", ("file.py", 3, 5, "text"))
e.msg = "other"
e.lineno = 9
e.filename = "x/y"
e.print_file_and_line = 1
show(e)
del e.filename
show(e)
del e.lineno, e.msg
show(e)


class Mine(SyntaxError):
    def __init__(self):
        pass


show(Mine())
