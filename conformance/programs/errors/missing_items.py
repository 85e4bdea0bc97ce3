# What an index or a key that is not there says, for each container and each way of asking.

from collections import ChainMap, Counter, OrderedDict, deque


def attempt(title, action):
    try:
        print(title, "->", repr(action()))
    except LookupError as error:
        print(title, "->", type(error).__name__, "|", error, "|", error.args)


SEQUENCES = ([1, 2], (1, 2), "ab", b"ab", bytearray(b"ab"), range(2), deque([1, 2]))
for sequence in SEQUENCES:
    name = type(sequence).__name__
    for index in (1, -2, 2, -3, 10 ** 30):
        attempt(f"{name}[{index}]", lambda: sequence[index])


# Assigning and deleting say it in their own words.
def assign(container, index):
    container[index] = 0


def delete(container, index):
    del container[index]


for make in (lambda: [1], lambda: bytearray(b"a"), lambda: deque([1])):
    attempt("assign", lambda: assign(make(), 5))
    attempt("delete", lambda: delete(make(), -5))

# pop of the empty and of the absent.
for empty in ([], deque(), bytearray(), set(), {}):
    name = type(empty).__name__
    attempt(f"{name}.pop", lambda: empty.popitem() if name == "dict" else empty.pop())
attempt("list.pop(3)", lambda: [1].pop(3))
attempt("deque.popleft", lambda: deque().popleft())
attempt("OrderedDict.popitem", lambda: OrderedDict().popitem())

# The key itself is the argument of KeyError; its str is the key's repr.
for key in ("text", 5, (1, 2), None, "it's", ""):
    attempt("dict", lambda: {}[key])
    attempt("dict.pop", lambda: {}.pop(key))
    attempt("set.remove", lambda: set().remove(key))
attempt("pop with default", lambda: {}.pop("k", "default"))
attempt("Counter", lambda: Counter()["k"])
attempt("ChainMap", lambda: ChainMap({}, {})["k"])
attempt("OrderedDict move", lambda: OrderedDict().move_to_end("k"))
attempt("format", lambda: "{name}".format(other=1))
attempt("format index", lambda: "{1}".format("only"))
attempt("percent", lambda: "%(name)s" % {"other": 1})


# __missing__ answers for a dict subclass, or raises what it likes.
class Answers(dict):
    def __missing__(self, key):
        if key == "raise":
            raise KeyError(key, "asked for")
        return f"made for {key}"


attempt("__missing__", lambda: Answers()["k"])
attempt("__missing__ raises", lambda: Answers()["raise"])
attempt("get does not ask it", lambda: Answers().get("k"))
