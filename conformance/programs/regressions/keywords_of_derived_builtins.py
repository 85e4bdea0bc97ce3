# Which built-in constructors leave keywords to the __init__ or __new__ of a derived class, and how they refuse them.


def show(label, f):
    try:
        print(label, f())
    except TypeError as error:
        print(label, "TypeError", error)


for base, content in ((tuple, [1]), (frozenset, [1]), (float, 2.5), (list, [1]), (set, [1]), (int, 3), (str, "a"), (bytes, b"a")):

    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, content, word=None):
            self.word = word

    class WithNew(base):
        def __new__(cls, content, word=None):
            made = super().__new__(cls, content)
            made.word = word
            return made

    for cls in (Plain, WithInit, WithNew):
        label = f"{cls.__name__} of {base.__name__}"
        show(label, lambda: cls(content, word=3))
        show(label + "'s word", lambda: cls(content, word=3).word)

show("list.__init__", lambda: [].__init__(1, 2))
show("list.__init__ with a keyword", lambda: [].__init__(word=1))
show("dict.__init__", lambda: {}.__init__(1, 2))
show("set.__init__", lambda: set().__init__([1], word=1))
show("bytearray.__init__", lambda: bytearray().__init__(word=1))
