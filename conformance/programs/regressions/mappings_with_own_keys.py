# A dict of a derived class that iterates in its own way is asked for its keys: in calls, displays, copies
# and on the right of |.


class Own(dict):
    def __iter__(self):
        return iter("it")

    def keys(self):
        return ["k"]


class Plain(dict):
    pass


def attempt(what, action):
    try:
        print(what, "->", action())
    except (KeyError, TypeError) as error:
        print(what, "->", type(error).__name__, error)


own = Own({1: "x", "k": None, "a": 2})
plain = Plain({"k": None, "a": 2})
attempt("call", lambda: (lambda **k: k)(**own))
attempt("display", lambda: {**own})
attempt("dict()", lambda: dict(own))
attempt("update", lambda: {}.update(own))
attempt("on the right", lambda: {"z": 1} | own)
attempt("without the key", lambda: {"z": 1} | Own())
attempt("plain call", lambda: (lambda **k: k)(**plain))
attempt("plain display", lambda: {**plain})
attempt("plain on both sides", lambda: plain | plain)


class Odd(KeyError):
    def __getattr__(self, name):
        return "an attribute"


attempt("keys that cannot be called", lambda: dict(Odd("a")))


# __int__ of a float's class comes before its value.
class Rounded(float):
    def __int__(self):
        return 2


print("%d %i %s %.1f" % (Rounded(3.75), Rounded(3.75), Rounded(3.75), Rounded(3.75)))

# A class that iterates in its own way is asked for its keys by copies, | and **, too.


class Keyed(dict):
    def __iter__(self):
        return iter("it")

    def keys(self):
        return ["k"]


class KeyedWithMissing(Keyed):
    def __missing__(self, key):
        return "missing " + key


class KeyedByItem(Keyed):
    def __getitem__(self, key):
        raise KeyError(key)


class NoKeys(KeyedWithMissing):
    def keys(self):
        return 5


class KeysWithoutAttribute(KeyedWithMissing):
    def keys(self):
        raise AttributeError("keys")


class NumberKeys(Keyed):
    def keys(self):
        return [3]

    def __missing__(self, key):
        return key


def keywords(**given):
    return given


for cls in (Keyed, KeyedWithMissing, KeyedByItem, NoKeys, KeysWithoutAttribute, NumberKeys):
    for label, f in (
        ("copy", lambda d: d.copy()),
        ("left of |", lambda d: d | {"z": 1}),
        ("right of |", lambda d: {"z": 1} | d),
        ("dict", lambda d: dict(d)),
        ("dict **", lambda d: dict(**d)),
        ("display **", lambda d: {**d}),
        ("call **", lambda d: keywords(**d)),
        ("call ** with the same keyword", lambda d: keywords(k=1, **d)),
    ):
        for content in ({}, {"a": 1}):
            try:
                print(cls.__name__, label, f(cls(content)))
            except Exception as error:
                print(cls.__name__, label, type(error).__name__, error)
