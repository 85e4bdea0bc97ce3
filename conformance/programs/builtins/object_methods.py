"""What every object has: comparison, order, text and format methods of object, called by name and inherited."""


def attempt(label, action, *arguments, **keywords):
    try:
        print(label, "->", action(*arguments, **keywords))
    except Exception as e:
        print(label, "!", type(e).__name__ + ":", e)


class Plain:
    def __repr__(self):
        return "Plain()"


class Equal:
    def __eq__(self, other):
        return isinstance(other, Equal)

    def __repr__(self):
        return "Equal()"


a, b = Plain(), Plain()
print(a.__eq__(a), a.__eq__(b), a.__ne__(a), a.__ne__(b))
print(a.__lt__(b), a.__le__(a), a.__gt__(1), a.__ge__(None))
print(Equal().__ne__(Equal()), Equal().__ne__(1), Equal() != Equal(), Equal() != 1)
print(object.__eq__(1, 1), object.__ne__(1, 1), object.__lt__(1, 2), object.__eq__("a", "b"))
print(a.__str__(), a.__format__(""), format(a), f"{a}")
attempt("order", lambda: a < b)
attempt("order", lambda: a >= 1)
attempt("format", format, a, "5")
attempt("format", a.__format__, 5)
attempt("format", a.__format__, None)
attempt("format", (1).__format__, None)
attempt("format", "a".__format__, None)
attempt("format", [].__format__, "x")
attempt("str", a.__str__, 1)
attempt("repr", object.__repr__)
attempt("hash", Equal().__hash__)
attempt("hash", hash, Equal())
print(hasattr(a, "__lt__"), hasattr(None, "__ge__"), hasattr(len, "__le__"), hasattr(Equal(), "__gt__"))
for value in (None, 1, "a", [], {}, len, int, a):
    print(type(value).__name__, value.__eq__(value), value.__ne__(value))
