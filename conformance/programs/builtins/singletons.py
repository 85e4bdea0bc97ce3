"""None, NotImplemented and Ellipsis: their types, methods, making them, and what is refused."""


def attempt(label, action, *arguments, **keywords):
    try:
        print(label, "->", action(*arguments, **keywords))
    except Exception as e:
        print(label, "!", type(e).__name__ + ":", e)


for single in (None, NotImplemented, ...):
    make = type(single)
    print(make.__name__, repr(single), str(single), f"{single}", f"{single!r:>16}", make() is single)
    print(single.__repr__(), single.__str__(), single == single, single != single, single.__eq__(single), single.__eq__(1))
    attempt("argument", make, 1)
    attempt("keyword", make, x=1)
    attempt("order", lambda: single < single)
    attempt("call", single)
    attempt("len", len, single)
    attempt("attribute", lambda: single.missing)
    attempt("format", format, single, "x")
    print({single: 1}[single], single in [single], [single] == [single])

print(None.__bool__(), bool(None), bool(...))


def subclass(base):
    class Sub(base):
        pass
    return Sub


for single in (None, NotImplemented, ...):
    attempt("subclass", subclass, type(single))
