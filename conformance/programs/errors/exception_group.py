# BaseExceptionGroup and ExceptionGroup: making them.
def attempt(action):
    try:
        made = action()
        print(type(made).__name__, repr(made), "|", made)
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: ExceptionGroup("message", [ValueError(1)]))
attempt(lambda: ExceptionGroup("message", (ValueError(1), TypeError("t"))))
attempt(lambda: BaseExceptionGroup("message", [ValueError(1)]))
attempt(lambda: BaseExceptionGroup("message", [ValueError(1), KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup("", [ValueError(1)]))
attempt(lambda: ExceptionGroup("nested", [ExceptionGroup("inner", [KeyError("k")]), OSError(2, "x")]))
print(issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception))

# Arguments.
attempt(lambda: ExceptionGroup())
attempt(lambda: ExceptionGroup("m"))
attempt(lambda: ExceptionGroup("m", [ValueError()], 3))
attempt(lambda: ExceptionGroup([ValueError()], "m"))
attempt(lambda: ExceptionGroup(None, [ValueError()]))
attempt(lambda: ExceptionGroup("m", []))
attempt(lambda: ExceptionGroup("m", ()))
attempt(lambda: ExceptionGroup("m", None))
attempt(lambda: ExceptionGroup("m", {ValueError()}))
attempt(lambda: ExceptionGroup("m", 5))
attempt(lambda: ExceptionGroup("m", "text"))
attempt(lambda: ExceptionGroup("m", [ValueError]))
attempt(lambda: ExceptionGroup("m", [ValueError(), 5]))
attempt(lambda: ExceptionGroup("m", [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup(message="m", exceptions=[ValueError()]))
attempt(lambda: ExceptionGroup("m", [ValueError()], key=1))

# Attributes.
members = [ValueError(1), TypeError(2)]
group = ExceptionGroup("message", members)
print(group.message, group.exceptions, group.args, group.exceptions[0] is members[0])
members.append(KeyError())
print(group.exceptions, group.args)
for name in ("message", "exceptions"):
    for action in (lambda: setattr(group, name, 1), lambda: delattr(group, name)):
        try:
            action()
        except AttributeError as e:
            print(e)


# Subclasses.
class Mine(ExceptionGroup):
    pass


class MineBase(BaseExceptionGroup):
    pass


class Both(ExceptionGroup, ValueError):
    pass


attempt(lambda: Mine("m", [ValueError(1)]))
attempt(lambda: Mine("m", [SystemExit()]))
attempt(lambda: MineBase("m", [ValueError(1)]))
attempt(lambda: MineBase("m", [SystemExit()]))
attempt(lambda: Both("m", [ValueError(1)]))
attempt(lambda: Both("m", [GeneratorExit()]))


class WithCode(ExceptionGroup):
    def __new__(cls, message, errors, code):
        self = super().__new__(WithCode, message, errors)
        self.code = code
        return self

    def __init__(self, message, errors, code):
        print("init", message, len(errors), code)


w = WithCode("m", [ValueError(1)], 5)
print(w.code, w.exceptions, w.args, w)
try:
    raise group
except Exception as e:
    print(e is group, isinstance(e, ExceptionGroup), isinstance(e, BaseExceptionGroup))
