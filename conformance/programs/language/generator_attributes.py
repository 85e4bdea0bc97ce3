# Names and states of generators.
def simple():
    yield 1
    yield 2


def delegating(inner):
    yield from inner
    yield "own"


class C:
    def method(self):
        yield self

    @staticmethod
    def free():
        return (x for x in ())


g = simple()
print(g.__name__, g.__qualname__, g.gi_running, g.gi_suspended)
next(g)
print(g.gi_running, g.gi_suspended)
list(g)
print(g.gi_running, g.gi_suspended)
for made in (C().method(), C.free(), (x for x in [])):
    print(made.__name__, made.__qualname__)
inner = iter([1, 2])
d = delegating(inner)
next(d)
next(d), next(d)
for name in ("gi_running", "gi_suspended"):
    try:
        setattr(d, name, 1)
    except AttributeError as e:
        print("AttributeError")
try:
    g.other = 1
except AttributeError as e:
    print(e)
print(iter(g) is g, hasattr(g, "__next__"), hasattr(g, "send"))
