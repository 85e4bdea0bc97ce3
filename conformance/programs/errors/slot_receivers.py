"""Special and plain methods called through the class: without a receiver, and with one of another type."""


def attempt(label, action, *arguments):
    try:
        print(label, "->", action(*arguments))
    except Exception as e:
        print(label, "!", type(e).__name__ + ":", e)


class Text(str):
    pass


class Other:
    pass


for label, method in [("bytes.__repr__", bytes.__repr__), ("str.__add__", str.__add__), ("str.__len__", str.__len__),
                      ("int.__add__", int.__add__), ("int.__neg__", int.__neg__), ("float.__eq__", float.__eq__),
                      ("float.__bool__", float.__bool__), ("complex.__abs__", complex.__abs__),
                      ("list.__setitem__", list.__setitem__), ("list.__iadd__", list.__iadd__),
                      ("tuple.__hash__", tuple.__hash__), ("dict.__len__", dict.__len__),
                      ("set.__or__", set.__or__), ("range.__getitem__", range.__getitem__),
                      ("slice.__eq__", slice.__eq__)]:
    attempt(label + "()", method)
    attempt(label + "(wrong)", method, Other)
    attempt(label + "(wrong, 1)", method, None, 1)

for label, method in [("str.upper", str.upper), ("list.append", list.append), ("dict.get", dict.get),
                      ("dict.__contains__", dict.__contains__), ("set.__contains__", set.__contains__),
                      ("list.__getitem__", list.__getitem__), ("int.__round__", int.__round__),
                      ("range.__reversed__", range.__reversed__), ("bytes.hex", bytes.hex)]:
    attempt(label + "()", method)
    attempt(label + "(wrong)", method, Other)

# An instance of a subclass is a receiver like any other.
attempt("subclass", str.__add__, Text("a"), "b")
attempt("subclass", str.__len__, Text("abc"))
attempt("object", object.__repr__)
attempt("object", object.__eq__, 1)
attempt("object", object.__hash__, 1, 2)
attempt("object", object.__setattr__, 1)
