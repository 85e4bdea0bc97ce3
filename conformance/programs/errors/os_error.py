# OSError: the class follows from the number, the arguments become attributes, str() shows them.
def show(e):
    print(type(e).__name__, repr(e), str(e))
    print(" ", e.args, e.errno, e.strerror, e.filename, e.filename2)


# The number chooses the subclass, but only where OSError itself is called.
for number in range(0, 130):
    made = type(OSError(number, "x"))
    if made is not OSError:
        print(number, made.__name__, issubclass(made, ConnectionError))
show(OSError(2, "No such file"))
show(FileNotFoundError(13, "Permission"))
show(OSError(2))
show(OSError())
show(OSError("only text"))
show(OSError("two", "texts"))
show(OSError(2, "No such file", "a.txt"))
show(OSError(2, "No such file", "a.txt", None, "b.txt"))
show(OSError(2, "No such file", None, None, "b.txt"))
show(OSError(2, "No such file", "a.txt", None, None))
show(OSError(1, 2, 3, 4, 5, 6))
show(OSError(True, "a bool is no number of the table"))
show(OSError(2.0, "nor is a float"))
show(OSError(10**30, "nor one too large"))
show(OSError(None, None))
show(OSError(2, "x", ""))
print(IOError is OSError, EnvironmentError is OSError)

# The attributes can be set and deleted; args stays what it was.
e = OSError(2, "No such file", "a.txt")
e.errno = 5
e.strerror = "changed"
e.filename = ["any", "value"]
e.filename2 = 7
show(e)
del e.filename2
show(e)
del e.filename
show(e)
del e.errno
show(e)
e.args = (1, 2, 3)
show(e)
try:
    del e.args
except TypeError as error:
    print(error)

# BlockingIOError counts the characters written.
b = BlockingIOError(11, "would block", 3)
print(b.characters_written, b.filename, b.args)
b.characters_written = 8
print(b.characters_written)
del b.characters_written
for action in (lambda: b.characters_written, lambda: delattr(b, "characters_written")):
    try:
        print(action())
    except AttributeError as error:
        print("AttributeError", error)
print(BlockingIOError(11, "would block", "a name").filename)
print(BlockingIOError(11, "x").errno)
for wrong in ("text", 1.5, None):
    try:
        b.characters_written = wrong
    except TypeError as error:
        print(error)


# A subclass with an __init__ of its own gets its arguments as any class does.
class Own(OSError):
    def __init__(self, path):
        super().__init__(2, "gone", path)
        self.path = path


show(Own("p"))


class Silent(OSError):
    def __init__(self, *args, **options):
        self.options = options


show(Silent(2, "x", key=1))


class Maker(OSError):
    def __new__(cls, number):
        return super().__new__(cls, number, "made")


show(Maker(2))


class Plain(OSError):
    pass


show(Plain(2, "x", "file"))
for action in (lambda: OSError(errno=1), lambda: Plain(a=1), lambda: FileNotFoundError(1, 2, x=3)):
    try:
        action()
    except TypeError as error:
        print(error)
