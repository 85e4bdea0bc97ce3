# What asks an iterable for its length before it iterates, and what its answers do: list(), extend, +=,
# displays with a star, tuple(), sorted(), bytes(); sets, bytearray() and comprehensions do not ask.


def attempt(label, f):
    try:
        print(" ", label, f())
    except Exception as error:
        print(" ", label, type(error).__name__, error)


def answers(name, answer):
    class Thing:
        def __iter__(self):
            yield 1

    def method(self):
        print("    asked", name)
        if isinstance(answer, Exception):
            raise answer
        return answer

    setattr(Thing, name, method)
    return Thing


def extended(thing):
    made = []
    made.extend(thing)
    made += thing
    return made


def unpacked(thing):
    (only,) = thing
    return only


def sliced(thing):
    made = [1, 2, 3]
    made[1:2] = thing
    return made


for name in ("__len__", "__length_hint__"):
    for answer in (1, -1, 2**70, "x", None, NotImplemented, ValueError("no"), TypeError("no")):
        print(name, repr(answer))
        thing = answers(name, answer)
        attempt("list", lambda: list(thing()))
        attempt("tuple", lambda: tuple(thing()))
        attempt("display", lambda: [0, *thing()])
        attempt("tuple display", lambda: (*thing(),))
        attempt("set display", lambda: {*thing()})
        attempt("set", lambda: set(thing()))
        attempt("sorted", lambda: sorted(thing()))
        attempt("bytes", lambda: bytes(thing()))
        attempt("bytearray", lambda: bytearray(thing()))
        attempt("extend", lambda: extended(thing()))
        attempt("unpack", lambda: unpacked(thing()))
        attempt("slice", lambda: sliced(thing()))
        attempt("comprehension", lambda: [x for x in thing()])
        attempt("max", lambda: max(thing()))
