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
