# json.dumps of classes derived from dict, list and tuple: what is asked of them, with indent (CPython's Python code)
# and without (its C code). And the context of a decoder's error where no value begins.
import json


class Members(dict):
    def __init__(self, content, truth, items=None):
        super().__init__(content)
        self.truth = truth
        self.own = items

    def __bool__(self):
        print("asked for truth")
        return self.truth

    def items(self):
        print("asked for items")
        return super().items() if self.own is None else self.own


class Row(list):
    def __bool__(self):
        print("asked for truth")
        return False

    def __len__(self):
        print("asked for length")
        return 7

    def __iter__(self):
        return iter([7, 8])


class Pair(tuple):
    def __iter__(self):
        return iter([7, 8])


values = (
    Members({}, True),
    Members({"a": 1}, False),
    Members({"a": 1}, True),
    Members({"a": 1}, True, [("x", 2)]),
    Members({"a": 1}, True, []),
    Members({"a": 1}, True, 5),
    Members({"a": 1}, True, [5]),
    Members({"a": 1}, True, [(1, 2, 3)]),
    Row(),
    Row([1]),
    Pair(),
    Pair([1]),
)
for value in values:
    for options in ({}, {"indent": 1}, {"sort_keys": True}):
        try:
            print(options, json.dumps(value, **options))
        except Exception as error:
            print(options, type(error).__name__, error)

for text in ("", "[", "[1,", '{"a":', "nul", '{"a": nul}', "[1 2]", '{"a"}', "1 2", '"a'):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(error, "|", repr(error.__context__), error.__suppress_context__)
