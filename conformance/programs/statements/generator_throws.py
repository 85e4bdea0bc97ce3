"""generator.throw() in all its forms: a class, an instance, a class with a value, with arguments, with nothing."""


def echo():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            yield type(error).__name__, error.args


def throw(*what):
    g = echo()
    next(g)
    try:
        print(what, g.throw(*what))
    except (TypeError, KeyError, Exception) as error:
        print(what, type(error).__name__, error)


throw(ValueError)
throw(ValueError("text"))
throw(ValueError, "text")
throw(ValueError, ("one", 2))
throw(ValueError, ValueError("made"))
throw(ValueError, UnicodeError("narrower"))
throw(ValueError, KeyError("other"))
throw(ValueError, None)
throw(ValueError, "text", None)
throw(KeyError, "k")
throw(ValueError("v"), "value")
throw(5)
throw("text")
throw(int)
throw()
throw(ValueError, "text", 5)

# What has not begun, and what has ended.
g = echo()
try:
    g.throw(ValueError("early"))
except ValueError as error:
    print(error, list(g))
g = (x for x in ())
print(list(g))
try:
    g.throw(KeyError("late"))
except KeyError as error:
    print(error)
print(g.close(), echo().__next__(), type(echo()).__name__)

# Blanks divide bytes as they divide text, from either end.
for data in (b"", b"  ", b" a  b c ", b"\ta\x0bb\x0cc\r\n", b"one"):
    print(data.split(), data.rsplit(), [data.split(None, n) for n in range(3)], [data.rsplit(None, n) for n in range(3)], data.split(maxsplit=1))

# Uncaught, it comes from the line of the `def`.
echo().throw(ValueError("never begun"))
