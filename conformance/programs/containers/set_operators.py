"""Set algebra: the operators take sets only, the methods take any iterable; which type comes out. Contents are shown
sorted: the order of a set is the interpreter's own."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def shown(s):
    return type(s).__name__, sorted(s)


# Each operator has a method of the same meaning.
a, b = {1, 2, 3}, {3, 4}
print(shown(a | b), shown(a & b), shown(a - b), shown(b - a), shown(a ^ b))
print(a | b == a.union(b), a & b == a.intersection(b), a - b == a.difference(b), a ^ b == a.symmetric_difference(b))

# The left operand gives the type, for operators and methods alike.
f = frozenset(b)
print(shown(a | f), shown(f | a), shown(a & f), shown(f & a), shown(a - f), shown(f - a), shown(a ^ f), shown(f ^ a))
print(shown(f.union([9])), shown(a.intersection(f)), shown(f.copy()), f.copy() is f, a.copy() is a)

# Methods take iterables of any kind, and most of them any number of them.
print(shown(a.union([4], (5,), {6: 0}, range(7, 9))), shown(a.union()), shown(a.intersection()))
print(shown(a.intersection([1, 2, 9], (2, 3))), shown(a.difference([1], [2])), shown(a.symmetric_difference([3, 3, 5])))
attempt(a.symmetric_difference)
attempt(a.symmetric_difference, [1], [2])
attempt(a.union, 5)
attempt(a.intersection, [1], None)
attempt(a.difference, [[]])
attempt(a.intersection, [{}])

# Operators with anything that is no set are refused.
for other in ([1], (1,), "1", {1: 2}, range(2), 1, None):
    attempt(lambda: a | other)
    attempt(lambda: other & a)
    attempt(lambda: f - other)
    attempt(lambda: other ^ f)

# Keys and items of a dict are sets to the operators.
keys = {1: "x", 9: "y"}.keys()
print(shown(a | keys), shown(keys & a), shown(a - keys), shown(keys ^ a))

# In place: a set changes, a frozenset is replaced.
s = alias = {1, 2, 3}
s |= {4}
s &= {2, 3, 4}
s -= {4}
s ^= {3, 5}
print(shown(s), alias is s)
g = before = frozenset([1])
g |= {2}
print(shown(g), shown(before), g is before)
attempt(s.__ior__, [1])
print(s.__ior__([1]) is NotImplemented, s.update([7], "ab") is None, len(s), s.difference_update("ab"), s.intersection_update([2, 7]), shown(s))
s -= s
print(s)

# Comparison is inclusion: a partial order, not a total one.
print({1} < {1, 2}, {1} <= {1}, {1} < {1}, {1, 2} > {3}, {1, 2} <= {3}, {3} <= {1, 2}, set() < {1}, {1} == frozenset([1]), {1} != [1])
attempt(lambda: {1} < [1, 2])
attempt(lambda: {1} >= None)
print({1}.issubset([1, 2]), {1, 2}.issuperset("a"), {1}.issuperset([]), {1}.isdisjoint([2]), {1}.isdisjoint({1: 0}), set().isdisjoint([]))
attempt({1}.issubset, 5)
attempt({1}.issuperset, [[]])
attempt({1}.isdisjoint, [{}])
