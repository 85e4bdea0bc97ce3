"""A guard that fails."""


def f(v):
    match v:
        case {"a": x} if x.missing:
            return 1


f({"a": 1})
