# isinstance and issubclass with objects that only look like classes, or instances that claim a class.
def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class AbstractClass:
    def __init__(self, bases):
        self.bases = bases

    def getbases(self):
        return self.bases

    __bases__ = property(getbases)

    def __call__(self):
        return AbstractInstance(self)


class AbstractInstance:
    def __init__(self, klass):
        self.klass = klass

    def getclass(self):
        return self.klass

    __class__ = property(getclass)


Super = AbstractClass(())
Child = AbstractClass((Super,))
Other = AbstractClass((int, Super))


class Plain:
    pass


for instance in (Super(), Child(), Other(), Plain(), 5):
    for cls in (Super, Child, Other, Plain, int):
        attempt(lambda: isinstance(instance, cls))
for a in (Super, Child, Other, Plain, int):
    for b in (Super, Child, Other, Plain, int, (Plain, Super)):
        attempt(lambda: issubclass(a, b))


class Claims:
    @property
    def __class__(self):
        return int


print(isinstance(Claims(), int), isinstance(Claims(), Claims), isinstance(Claims(), str), type(Claims()).__name__)


class ClaimsBadly:
    @property
    def __class__(self):
        raise KeyError("no class today")


class ClaimsNothing:
    @property
    def __class__(self):
        raise AttributeError("hidden")


attempt(lambda: isinstance(ClaimsBadly(), int))
attempt(lambda: isinstance(ClaimsBadly(), ClaimsBadly))
attempt(lambda: isinstance(ClaimsNothing(), int))


class BadBases:
    @property
    def __bases__(self):
        raise KeyError("no bases today")


class NoTuple:
    __bases__ = 5


attempt(lambda: isinstance(1, BadBases()))
attempt(lambda: issubclass(BadBases(), int))
attempt(lambda: issubclass(int, BadBases()))
attempt(lambda: isinstance(1, NoTuple()))
attempt(lambda: issubclass(NoTuple(), int))
attempt(lambda: issubclass(5, int))
attempt(lambda: issubclass(int, 5))
attempt(lambda: isinstance(1, 5))
attempt(lambda: isinstance(1, (str, 5)))
attempt(lambda: isinstance(1, (int, 5)))
