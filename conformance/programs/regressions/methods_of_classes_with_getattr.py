# A method looked up before it is called names its object's class in messages; so do the methods of a class with
# __getattr__, whose lookup is never skipped.


def show(f):
    try:
        print(f())
    except TypeError as error:
        print(error)


for base in (set, list, dict, str, bytes):

    class Plain(base):
        pass

    class Asking(base):
        def __getattr__(self, name):
            raise AttributeError(name)

    for cls in (base, Plain, Asking):
        print(cls.__name__, "from", base.__name__)
        for name in ("add", "append", "clear", "copy", "update", "upper", "isdigit", "join", "index", "pop", "keys"):
            method = getattr(cls(), name, None)
            if method is not None:
                show(lambda: method(1, 2, 3, 4))
                show(lambda: method(word=1) if name not in ("update",) or base is not dict else None)
        if base is set:
            show(lambda: cls().update(word=1))
            show(lambda: cls().add(word=1))
            show(lambda: cls().add(1, 2))
            show(lambda: cls().add())
            show(lambda: cls().clear(1))
        if base is list:
            show(lambda: cls().append(word=1))
            show(lambda: cls().append())
            show(lambda: cls().reverse(1))
        if base is str:
            show(lambda: cls().upper(1))
            show(lambda: cls().join())
