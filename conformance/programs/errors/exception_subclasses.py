# Exception classes of a program: constructors, args, str and repr, attributes, equality.
class Simple(Exception):
    pass


class WithInit(Exception):
    def __init__(self, code, text="default"):
        super().__init__(text)
        self.code = code


class NoSuper(Exception):
    def __init__(self, code):
        self.code = code


class WithStr(Exception):
    def __str__(self):
        return "str of " + repr(self.args)


class WithRepr(Exception):
    def __repr__(self):
        return "repr!"


class WithNew(Exception):
    def __new__(cls, *args, **named):
        self = super().__new__(cls, *args)
        self.named = named
        return self

    def __init__(self, *args, **named):
        pass


class Slotted(Exception):
    __slots__ = ("extra",)


class Counting(LookupError, ArithmeticError):
    kinds = 2


class Keyed(KeyError):
    def __str__(self):
        return super().__str__() + "?"


for e in (Simple(), Simple(1), Simple(1, 2), Simple("a\nb"), WithInit(5), WithInit(5, "t"), NoSuper(7),
          WithStr(1), WithRepr(1), WithNew(1, 2, key=3), Slotted(1), Counting("c"), Keyed("k"), Keyed()):
    print(repr(e), "|", str(e), "|", e.args, f"{e}", f"{e!r:>12}", "%s" % e)
print(WithInit(5).code, NoSuper(7).code, WithNew(1, key=3).named)
for action in (lambda: WithInit(), lambda: WithInit(1, 2, 3), lambda: NoSuper(), lambda: Simple(a=1),
               lambda: Simple().missing, lambda: BaseException.__new__(int), lambda: Exception.__new__(Simple, 1)):
    try:
        print(repr(action()))
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
e = Simple(1)
e.anything = 5
print(e.anything, e == Simple(1), e == e, hash(e) == hash(e), bool(e))
del e.anything
try:
    e.anything
except AttributeError as error:
    print(error)
s = Slotted(1)
s.extra = 2
s.other = 3
print(s.extra, s.other)
print(isinstance(Counting(), ArithmeticError), issubclass(Counting, LookupError), Counting.kinds)
print(Simple.__name__, Simple.__qualname__, Simple.__module__, Simple.__doc__)
try:
    raise Counting("both")
except ArithmeticError as caught:
    print("by the second base", caught)
print(sorted([Simple(2), Simple(1)], key=lambda e: e.args))
print(Simple() in [Simple()], len({Simple, WithStr, Simple}))
