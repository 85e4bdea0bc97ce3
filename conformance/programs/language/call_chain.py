# Objects that are called through their class, through what __call__ leads to, or not at all.
def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Callable:
    def __call__(self, *args, **named):
        return "called", args, named


class OnInstance:
    pass


class Through:
    __call__ = Callable()


class Static:
    @staticmethod
    def __call__(*args):
        return "static", args


class Class:
    @classmethod
    def __call__(cls, *args):
        return cls.__name__, args


class Endless:
    pass


Endless.__call__ = Endless()
o = OnInstance()
o.__call__ = lambda: "never"
attempt(lambda: Callable()(1, a=2))
attempt(lambda: o())
attempt(lambda: Through()(1))
attempt(lambda: Static()(1))
attempt(lambda: Class()(1))
try:
    Endless()()
except RecursionError as e:
    print("RecursionError")
for value in (5, "text", None, [], (), {}, 1.5, NotImplemented, ...):
    attempt(lambda: value())
    attempt(lambda: value(1, *[2], **{"c": 3}))
print(callable(Callable()), callable(o), callable(Through()), callable(5), callable(Callable))
