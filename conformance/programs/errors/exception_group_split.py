# Taking exception groups apart: split, subgroup, derive.
def tree(e, depth=0):
    if e is None:
        print("  " * depth + "None")
    elif isinstance(e, BaseExceptionGroup):
        print("  " * depth + type(e).__name__, e.message, getattr(e, "__notes__", ""))
        for member in e.exceptions:
            tree(member, depth + 1)
    else:
        print("  " * depth + repr(e))


def make():
    return ExceptionGroup("top", [
        ValueError(1),
        ExceptionGroup("inner", [TypeError("t"), ValueError(2), OSError(2, "gone")]),
        ExceptionGroup("deep", [ExceptionGroup("deeper", [KeyError("k")])]),
    ])


def both(group, matcher):
    match, rest = group.split(matcher)
    print("match:")
    tree(match, 1)
    print("rest:")
    tree(rest, 1)
    print("subgroup:")
    tree(group.subgroup(matcher), 1)


both(make(), ValueError)
both(make(), (TypeError, KeyError))
both(make(), FileNotFoundError)
both(make(), Exception)
both(make(), ZeroDivisionError)
both(make(), ())
both(make(), ExceptionGroup)
both(make(), lambda e: isinstance(e, KeyError) and e.args == ("k",))
both(make(), lambda e: not isinstance(e, ExceptionGroup))

# A whole match is the group itself, not a copy; leaves are always themselves.
group = make()
print(group.split(Exception)[0] is group, group.subgroup(BaseException) is group)
print(group.subgroup(ValueError).exceptions[0] is group.exceptions[0])

for wrong in (5, None, "text", int, (ValueError, 5), [ValueError], len, (), object()):
    for name in ("split", "subgroup"):
        try:
            print(getattr(make(), name)(wrong))
        except TypeError as e:
            print("TypeError:", e)
for name in ("split", "subgroup", "derive"):
    try:
        getattr(make(), name)()
    except TypeError as e:
        print("TypeError:", e)

# Parts take over cause, context and copies of the notes.
group = make()
group.add_note("a note")
group.__cause__ = KeyError("cause")
group.__context__ = KeyError("context")
match, rest = group.split(ValueError)
for part in (match, rest):
    print(repr(part.__cause__), repr(part.__context__), part.__suppress_context__, part.__notes__)
    print(part.__notes__ is group.__notes__)
match.add_note("only here")
print(group.__notes__, match.__notes__, rest.__notes__)
group.__notes__ = 5
print(hasattr(group.split(ValueError)[0], "__notes__"))

# derive: what parts are made of.
print(repr(make().derive([ValueError(3)])))
print(repr(BaseExceptionGroup("b", [SystemExit(1), ValueError(2)]).derive([ValueError(3)])))
print(repr(BaseExceptionGroup("b", [SystemExit(1), ValueError(2)]).subgroup(ValueError)))
print(repr(BaseExceptionGroup("b", [SystemExit(1), ValueError(2)]).subgroup(SystemExit)))


class Tagged(ExceptionGroup):
    def __new__(cls, message, errors, tag=None):
        self = super().__new__(cls, message, errors)
        self.tag = tag
        return self

    def derive(self, errors):
        return Tagged(self.message, errors, self.tag)


match, rest = Tagged("m", [ValueError(1), Tagged("n", [ValueError(2), KeyError(3)], "in")], "out").split(KeyError)
print(type(match).__name__, match.tag, match.exceptions[0].tag, rest.tag, rest.exceptions[1].tag)


class Untagged(ExceptionGroup):
    pass


print(type(Untagged("m", [ValueError(1), KeyError(2)]).subgroup(KeyError)).__name__)


class Wrong(ExceptionGroup):
    def derive(self, errors):
        return 42


try:
    Wrong("m", [ValueError(1), KeyError(2)]).split(KeyError)
except TypeError as e:
    print(e)


# A predicate that raises ends the splitting.
def bad(e):
    raise RuntimeError("no")


try:
    make().split(bad)
except RuntimeError as e:
    print("RuntimeError", e)
calls = []


def noting(e):
    calls.append(type(e).__name__)
    return False


print(make().split(noting)[0], calls)
