# Classes derived from list, dict, set, bytearray: __new__ makes an empty one, __init__ fills it, so what a class overrides shows.


def show(label, f):
    try:
        print(label, f())
    except Exception as error:
        print(label, type(error).__name__, error)


for base, argument in ((list, [1, 2]), (dict, {"a": 1}), (set, {1}), (bytearray, b"ab")):

    class OnlyNew(base):
        def __new__(cls, *arguments):
            made = super().__new__(cls)
            print("made", base.__repr__(made))
            return made

    class NewWithArguments(base):
        def __new__(cls, *arguments):
            made = super().__new__(cls, *arguments)
            print("made", base.__repr__(made))
            return made

    class OnlyInit(base):
        def __init__(self, *arguments):
            self.seen = len(arguments)

    class Both(base):
        def __new__(cls, *arguments):
            return super().__new__(cls, *arguments)

        def __init__(self, *arguments):
            print("before", base.__repr__(self))
            super().__init__(*arguments)
            print("after", base.__repr__(self))

    class Neither(base):
        pass

    for cls in (OnlyNew, NewWithArguments, OnlyInit, Both, Neither):
        show(cls.__name__, lambda: cls(argument))
        show(cls.__name__, lambda: cls())
        show(cls.__name__, lambda: len(cls(argument)))


class Frozen(frozenset):
    def __new__(cls, *arguments):
        return super().__new__(cls, *arguments)


print(Frozen([1]), Frozen())
