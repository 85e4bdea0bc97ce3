# Which except clause is taken, and what an except clause may name.
def attempt(error, *types):
    try:
        try:
            raise error
        except types as e:
            print("caught", repr(e))
    except BaseException as e:
        print("passed", type(e).__name__, e)


attempt(ValueError(1), ValueError)
attempt(ValueError(1), KeyError, ValueError)
attempt(UnicodeError("u"), ValueError)
attempt(ValueError(1), UnicodeError)
attempt(ValueError(1))
attempt(ValueError(1), KeyError, 5)
attempt(ValueError(1), ValueError, "text")
attempt(ValueError(1), (KeyError, ValueError))
attempt(KeyboardInterrupt(), Exception)
attempt(ExceptionGroup("g", [ValueError()]), ValueError)
attempt(ExceptionGroup("g", [ValueError()]), BaseExceptionGroup)


def named(wrong):
    try:
        try:
            raise ValueError("first")
        except wrong:
            print("never")
    except TypeError as e:
        print(e, "|", repr(e.__context__))


for wrong in (5, None, "ValueError", int, [ValueError], object, ValueError(), lambda: 0):
    named(wrong)


# The clause's expression is evaluated only when an exception comes.
def types():
    print("evaluated")
    return KeyError


try:
    pass
except types():
    pass
try:
    {}["k"]
except types() as e:
    print(repr(e))

# The name is unbound at the end of the clause, whatever happened to it.
e = "outer"
try:
    raise ValueError("x")
except ValueError as e:
    e = "replaced"
try:
    print(e)
except NameError as error:
    print(error)
try:
    raise ValueError("x")
except ValueError as e:
    del e
for i in range(2):
    try:
        raise ValueError(i)
    except ValueError as e:
        continue
    finally:
        print("e" in "unbound", i)


def returning():
    try:
        raise ValueError("v")
    except ValueError as e:
        return e
    finally:
        try:
            print(e)
        except UnboundLocalError as error:
            print(error)


print(repr(returning()))
