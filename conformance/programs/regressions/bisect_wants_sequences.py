# bisect asks for a sequence's length and items: a mapping is none, and what has no items says so.
import bisect


def show(label, f):
    try:
        print(label, f())
    except Exception as error:
        print(label, type(error).__name__, error)


class Mapping(dict):
    pass


class Numbers(dict):
    def __len__(self):
        return 3

    def __getitem__(self, at):
        return at * 10


for name, value in (
    ("dict", {0: 1}),
    ("empty dict", {}),
    ("derived dict", Mapping({0: 1})),
    ("dict with own items", Numbers()),
    ("set", {1, 2}),
    ("keys", {1: 2}.keys()),
    ("int", 5),
    ("None", None),
    ("tuple", (1, 2, 3)),
    ("range", range(5)),
    ("str", "abc"),
):
    show(name, lambda: bisect.bisect(value, 1))
    show(name + " with hi", lambda: bisect.bisect_left(value, 1, 0, 1))
    show(name + " with a key", lambda: bisect.bisect_left(value, 15, key=lambda item: item))
    show(name + " insort", lambda: bisect.insort(value, 1))
