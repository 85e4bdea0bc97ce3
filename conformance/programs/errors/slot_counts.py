"""Special methods called by name with too few or too many arguments: each kind of slot counts in its own words."""


def attempt(label, action):
    try:
        print(label, "->", action())
    except Exception as e:
        print(label, "!", type(e).__name__ + ":", e)


def report(receiver, names):
    print("--", type(receiver).__name__)
    for name in names:
        method = getattr(receiver, name)
        for count in range(5):
            arguments = [1] * count
            try:
                method(*arguments)
                text = "accepted"
            except Exception as e:
                text = type(e).__name__ + ": " + str(e)
            print(name, count, text)


# Without an operand, with one, with one or two, with two.
report(7, ["__neg__", "__abs__", "__int__", "__float__", "__index__", "__bool__", "__hash__", "__repr__"])
report(7, ["__add__", "__radd__", "__lt__", "__eq__", "__divmod__", "__lshift__"])
report(7, ["__pow__", "__rpow__"])
report(2.5, ["__neg__", "__bool__", "__mul__", "__pow__", "__ge__"])
report(1j, ["__abs__", "__sub__", "__pow__", "__eq__"])
report("text", ["__len__", "__iter__", "__str__", "__mod__", "__add__", "__mul__", "__rmul__", "__contains__", "__getitem__"])
report(b"text", ["__len__", "__add__", "__mul__", "__rmul__", "__contains__", "__getitem__"])
report((1, 2), ["__len__", "__add__", "__mul__", "__rmul__", "__contains__", "__getitem__", "__hash__"])
report([1, 2, 3, 4], ["__setitem__", "__delitem__", "__mul__", "__rmul__", "__add__"])
report({1: 2}, ["__setitem__", "__delitem__", "__or__", "__len__"])
report({1}, ["__or__", "__ixor__", "__len__", "__le__"])
report(range(3), ["__len__", "__getitem__", "__bool__", "__hash__"])
report(iter([1, 2, 3]), ["__next__", "__iter__"])
report(None, ["__bool__", "__repr__", "__eq__", "__lt__"])

# These are methods that only look like slots.
report({1: 2}, ["__contains__", "__reversed__"])
report({1}, ["__contains__"])
report(7, ["__round__", "__trunc__"])

# Keywords are refused by the wrapper.
attempt("add", lambda: (1).__add__(2, other=3))
attempt("len", lambda: [].__len__(x=1))
attempt("setitem", lambda: [].__setitem__(0, value=1))
attempt("contains", lambda: {}.__contains__(key=1))
