# __cause__, __context__, __suppress_context__ and args: what may be set, and what setting does.
def attempt(action):
    try:
        action()
        print("fine")
    except Exception as e:
        print(type(e).__name__ + ":", e)


e = ValueError("v")
print(e.__cause__, e.__context__, e.__suppress_context__)
e.__cause__ = KeyError("k")
print(repr(e.__cause__), e.__suppress_context__)
e.__suppress_context__ = False
print(e.__suppress_context__)
e.__cause__ = None
print(e.__cause__, e.__suppress_context__)
e.__context__ = TypeError("t")
print(repr(e.__context__))
e.__context__ = None


def set_to(name, value):
    return lambda: setattr(e, name, value)


for name in ("__cause__", "__context__", "__suppress_context__", "args"):
    for value in (5, "text", None, ValueError, True):
        print(name, repr(value), end=" ")
        attempt(set_to(name, value))
    print("del", name, end=" ")
    attempt(lambda: delattr(e, name))
print(e.args)
e.args = [1, 2]
print(e.args, str(e), repr(e))
e.args = "xyz"
print(e.args)

try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second") from None
except ValueError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
    error.__suppress_context__ = False
    print(error.__suppress_context__)
e = ValueError("x")
print(e.with_traceback(None) is e)
attempt(lambda: e.with_traceback(5))
e.add_note("a")
e.add_note("b")
print(e.__notes__)
attempt(lambda: e.add_note(5))
attempt(lambda: e.add_note())
