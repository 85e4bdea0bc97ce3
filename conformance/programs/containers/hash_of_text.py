"""Objects whose __hash__ gives the hash of a text that they equal: they meet that text in dicts and sets, either way round."""


class Text(str):
    def __hash__(self):
        return hash(str(self))


class Folded(str):
    """Equal without regard to case."""

    def __eq__(self, other):
        return str.casefold(self) == str.casefold(other)

    def __hash__(self):
        return hash(str.casefold(self))


class Name:
    """No text, but equal to one."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, Name) else other)

    def __hash__(self):
        return hash(self.text)

    def __repr__(self):
        return "Name(%r)" % self.text


class Remembering(Name):
    """The hash is taken once and kept."""

    def __init__(self, text):
        super().__init__(text)
        self.kept = hash(text)

    def __hash__(self):
        return self.kept


class Raw(bytes):
    def __hash__(self):
        return bytes.__hash__(self)


print({"abc": 1}[Text("abc")], {Text("abc"): 2}["abc"], Text("abc") in {"abc"}, "abc" in {Text("abc")})
print({"abc": 1}.get(Folded("ABC")), {Folded("ABC"): 2}.get("abc"), Folded("x") in {Folded("X")})
print({"abc": 1}[Name("abc")], {Name("abc"): 2}["abc"], Name("a") in {"a"}, {"a", Name("a")} == {"a"})
print({b"abc": 1}[Raw(b"abc")], {Raw(b"abc"): 2}[b"abc"])

names = [Remembering("key%d" % i) for i in range(200)]
table = {name: i for i, name in enumerate(names)}
print(sum(table["key%d" % i] == i for i in range(200)), all(table[name] == i for i, name in enumerate(names)))
plain = {"key%d" % i: i for i in range(200)}
print(all(plain[name] == i for i, name in enumerate(names)), len({**table, **plain}), len(set(names) | set(plain)))

print(hash(Text("abc")) == hash("abc"), hash(Name("n")) == hash("n"), hash(("a", "b")) == hash((Text("a"), Text("b"))))
print({("a", 1): "pair"}[Text("a"), 1], {(Text("a"), 1): "pair"}["a", 1])

nan = float("nan")
print(hash(nan) == object.__hash__(nan), hash(nan) == hash(nan), nan in {nan}, float("nan") in {nan}, len({nan, float("nan")}))
