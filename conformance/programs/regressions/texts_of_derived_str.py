# What str(), repr(), format() and fields give is the object that the method returned or that a spec left as it is,
# of a class derived from str, too.


class Text(str):
    def __repr__(self):
        return "Text(" + super().__repr__() + ")"


class Shown:
    def __str__(self):
        return Text("as str")

    def __repr__(self):
        return Text("as repr")

    def __format__(self, spec):
        return Text("as format " + spec)


class Words(str):
    def __str__(self):
        return Text("own str")


def show(label, value):
    print(label, type(value).__name__, repr(value))


shown = Shown()
show("str", str(shown))
show("repr", repr(shown))
show("format", format(shown, "x"))
show("field", f"{shown}")
show("field with !s", f"{shown!s}")
show("field with !r", f"{shown!r}")
show("field in text", f"<{shown}>")
show("two fields", f"{shown}{shown!s}")
show("str.format", "{}".format(shown))
show("str.format in text", "<{}>".format(shown))
show("str.format with a nested spec", "{:{}}".format(shown, "y"))

text = Text("Hello")
for spec in ("", "s", "3", "5", "5s", "6", ".5", ".4", ">5", "^9"):
    show("format " + spec, format(text, spec))
    show("str.format " + spec, ("{:" + spec + "}").format(text))
    show("__format__ " + spec, text.__format__(spec))
show("f-string", f"{text:5}")
show("str", str(text))
show("own str", str(Words("abc")))
show("own str, empty spec", format(Words("abc"), ""))
show("own str, spec", format(Words("abc"), "3"))
show("str of a derived class", Text(Words("abc")))

# Parts that partition does not cut.
for separator in ("l", Text("l"), "z", Text("z")):
    for parts in (text.partition(separator), text.rpartition(separator)):
        print(parts, [type(part).__name__ for part in parts])


class Data(bytes):
    def __repr__(self):
        return "Data" + super().__repr__()


class Buffer(bytearray):
    def __repr__(self):
        return "own repr"


print(str(Data(b"a")), repr(Data(b"a")), format(Data(b"a")), f"{Data(b'a')}")
print(str(Buffer(b"a")), repr(Buffer(b"a")), format(Buffer(b"a")), f"{Buffer(b'a')}")
