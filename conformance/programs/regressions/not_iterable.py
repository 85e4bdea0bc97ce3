# Each construct has its own words for an object of the program that cannot be iterated; an object whose class has
# __iter__ or __getitem__ tells its own error instead.


class Nothing:
    pass


class NoIterator:
    def __iter__(self):
        return 5


class Refused:
    __iter__ = None


class Raises:
    def __iter__(self):
        raise TypeError("my own")


def attempt(label, f):
    try:
        print(" ", label, f())
    except Exception as error:
        print(" ", label, type(error).__name__, error)


def unpack(thing):
    a, b = thing
    return a


def unpack_star(thing):
    a, *b = thing
    return a


def unpack_in_loop(thing):
    for a, b in [thing]:
        return a


for thing in (Nothing(), NoIterator(), Refused(), Raises(), 5, None, len):
    print(type(thing).__name__)
    attempt("tuple", lambda: (*thing,))
    attempt("list", lambda: [1, *thing])
    attempt("set", lambda: {*thing})
    attempt("call", lambda: max(*thing))
    attempt("call with more", lambda: max(1, *thing))
    attempt("unpack", lambda: unpack(thing))
    attempt("unpack star", lambda: unpack_star(thing))
    attempt("loop", lambda: unpack_in_loop(thing))
    attempt("list()", lambda: list(thing))
    attempt("in", lambda: 1 in thing)
    attempt("extend", lambda: [].extend(thing))


# A class with one half of item assignment lacks the other as an attribute.
class Sets:
    def __setitem__(self, key, value):
        pass


class Deletes:
    def __delitem__(self, key):
        pass


def set_item(thing):
    thing[0] = 1


def delete_item(thing):
    del thing[0]


for thing in (Sets(), Deletes(), Nothing()):
    attempt("set", lambda: set_item(thing))
    attempt("delete", lambda: delete_item(thing))
for singleton in (None, ..., NotImplemented):
    attempt("made with", lambda: type(singleton)(1))
    attempt("made", lambda: type(singleton)())
