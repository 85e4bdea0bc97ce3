# The functions of the operator module: what each operator does, and says when it cannot.
import operator


def show(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


class Both:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __matmul__(self, other):
        return f"{self} @ {other}"

    def __imatmul__(self, other):
        return f"{self} @= {other}"

    def __abs__(self):
        return "abs " + self.name

    def __index__(self):
        return 7


BINARY = [
    "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "matmul",
    "lt", "le", "eq", "ne", "ge", "gt", "is_", "is_not", "concat", "contains", "countOf", "indexOf", "getitem",
    "iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow", "ilshift", "irshift", "iand", "ior", "ixor",
    "imatmul", "iconcat",
]
PAIRS = [(7, 2), (-7, 2), (2.5, 2), (1, 0), ("ab", "b"), ("ab", 2), ([1, 2], [3]), ([1, 2], 1), ((1, 2), (2,)),
         ({1: 2}, 1), ({1, 2}, {2, 3}), (None, 1), (True, False)]

print("# binary")
for name in BINARY:
    function = getattr(operator, name)
    for left, right in PAIRS:
        if isinstance(left, (list, set, dict)):
            left = left.copy()
        show(f"{name}({left!r}, {right!r}) =", function, left, right)

print("# unary")
for name in ["neg", "pos", "inv", "invert", "abs", "not_", "truth", "index"]:
    for value in [0, 5, -5, 2.5, True, "x", "", [], None, 1 << 70]:
        show(f"{name}({value!r}) =", getattr(operator, name), value)

print("# special methods")
show("matmul", operator.matmul, Both("a"), Both("b"))
show("imatmul", operator.imatmul, Both("a"), Both("b"))
show("abs", operator.abs, Both("a"))
show("index", operator.index, Both("a"))

print("# in place")
items = [1]
print(operator.iadd(items, (2,)) is items, operator.iconcat(items, "ab") is items, operator.imul(items, 2) is items)
print(items)

print("# items")
items = [1, 2, 3]
print(operator.setitem(items, 0, "x"), operator.delitem(items, 1), items)
print(operator.setitem(items, slice(0, 1), [7, 8, 9]), items, operator.getitem(items, slice(1, None)))
show("setitem", operator.setitem, (1,), 0, 1)
show("delitem", operator.delitem, {}, "k")
show("getitem", operator.getitem, 5, 0)

print("# searches")
print(operator.countOf(iter([1, 2, 1, True, 1.0]), 1), operator.indexOf("abc", "c"), operator.indexOf(iter([5, 6]), 6))

print("# call")
show("call", operator.call, lambda *a, **k: (a, k), 1, 2, x=3)
show("call", operator.call, dict, a=1)
show("call", operator.call)
show("call", operator.call, 5)

print("# length_hint")


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint


for value in [[1, 2], "abc", {1: 2}, 5, iter([1, 2, 3]), iter((1,)), iter(range(9)), range(4), Hint(4), Hint(NotImplemented),
              Hint("no"), Hint(-1), Hint(True)]:
    show("length_hint", operator.length_hint, value, 77)
show("length_hint", operator.length_hint, 5)
show("length_hint", operator.length_hint, [], "x")

print("# arguments")
for name in ["add", "setitem", "contains", "is_", "length_hint"]:
    function = getattr(operator, name)
    for args in [(), (1,), (1, 2), (1, 2, 3, 4)]:
        try:
            function(*args)
        except TypeError as e:
            print(name, len(args), e)
