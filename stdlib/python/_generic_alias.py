"""The classes of list[int] and int | str, whatever the runtime makes of these two."""


def _text(tp):
    if isinstance(tp, type):
        if tp.__module__ == "builtins":
            return tp.__qualname__
        return "%s.%s" % (tp.__module__, tp.__qualname__)
    return "..." if tp is ... else repr(tp)


class GenericAlias:
    """A class with type arguments, for classes that are not built in."""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    def __repr__(self):
        shown = [
            "[%s]" % (", ".join(map(_text, arg)),) if isinstance(arg, list) else _text(arg)
            for arg in self.__args__
        ]
        return "%s[%s]" % (_text(self.__origin__), ", ".join(shown))

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")


class UnionType:
    """int | str, if the runtime has it."""


if type(list[int]) is not type:
    GenericAlias = type(list[int])
try:
    UnionType = type(int | str)
except TypeError:
    pass
