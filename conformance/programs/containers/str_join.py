"""str.join and bytes.join: iterables of every kind, and the item that is not a text."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# The text whose method it is goes between the items; none for no item, none for one.
for items in ([], ["a"], ["a", "b"], ["", ""], ["", "", ""], ["a", "", "b"]):
    print(items, repr(",".join(items)), repr("".join(items)), repr(" and ".join(items)))

# Any iterable will do; a text is an iterable of its characters, a dict of its keys.
print("-".join("abc"), "-".join(("x", "y")), "-".join({"k": 1, "l": 2}), "-".join({"only"}), "-".join(iter("xyz")), "-".join(map(str, range(5))))
print("-".join(c.upper() for c in "abc"), "-".join(reversed("abc")), "-".join({"a": 1}.keys()), "-".join(sorted(frozenset("cab"))))

# Characters of any width, in the separator or in an item.
print("é".join("abc"), "🐍".join(["a", "b"]), ", ".join(["ascii", "é", "🐍"]), repr("\0".join("ab")))

# The first item that is not a str is named by its place; items before it do not matter.
attempt(",".join, [1])
attempt(",".join, ["a", 2, 3])
attempt(",".join, ["a", "b", None])
attempt("".join, ["a", b"b"])
attempt(",".join, (x for x in ["a", ["b"]]))
attempt(",".join, range(3))

# What is not iterable, and wrong numbers of arguments.
attempt(",".join, 5)
attempt(",".join, None)
attempt(",".join)
attempt(",".join, "a", "b")
attempt(",".join, iterable=["a"])


# A class with __iter__ or __getitem__; an error of the iterable comes through.
class Letters:
    def __iter__(self):
        yield "x"
        yield "y"


class Numbered:
    def __getitem__(self, index):
        if index == 3:
            raise IndexError
        return str(index)


def failing():
    yield "a"
    raise KeyError("in the middle")


def typed_failing():
    yield "a"
    raise TypeError("of its own")


print("+".join(Letters()), "+".join(Numbered()))
attempt("+".join, failing())
attempt("+".join, typed_failing())


# Subclasses of str are taken as they are: their __str__ is not asked; the result is a plain str.
class Loud(str):
    def __str__(self):
        return "LOUD"


print(",".join([Loud("a"), Loud("b")]), type("".join([Loud("a")])).__name__, type(Loud(",").join([])).__name__, Loud(",").join("ab"))

# bytes.join takes objects with bytes, and gives the type of the separator.
print(b",".join([b"a", bytearray(b"b"), b""]), bytearray(b"-").join([b"x", b"y"]), b"".join([]), b", ".join((b"one",)))
attempt(b",".join, [b"a", "b"])
attempt(b",".join, [1, 2])
attempt(b",".join, b"ab")
attempt(b",".join, None)
