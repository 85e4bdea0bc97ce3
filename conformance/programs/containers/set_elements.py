"""set: add, discard, remove, pop, update and clear; what may be an element; frozenset, which has none of these."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# add and discard say nothing about whether there was anything to do; remove raises.
s = set()
print(s.add(1), s.add(1), s.add("a"), len(s), s.discard("a"), s.discard("a"), s.remove(1), s)
attempt(s.remove, 1)
attempt(s.remove, "text")
attempt(s.remove, (1, 2))
attempt(s.remove, ())
attempt(s.add)
attempt(s.add, 1, 2)

# pop takes any element; from one element there is no choice.
s = {"only"}
print(s.pop(), s)
attempt(s.pop)
attempt(s.pop, 0)
s = set(range(20))
taken = [s.pop() for _ in range(20)]
print(sorted(taken) == list(range(20)), s)

# Elements are hashable; equal elements are one, and the first stays.
print({1, 1.0, True}, {0, False}, {1.0, 1}, len({"a", b"a"}), len({(1,), (1.0,)}), len({float("nan"), float("nan")}))
for element in ([], {}, {1}, bytearray(), ([],), (1, {2})):
    attempt(s.add, element)
    attempt(lambda: {element})
print(len({None, ..., NotImplemented, (), frozenset(), range(0), print, int}))

# A set within a set: only as a frozenset; but to look for one, discard or remove it, a set will do.
nest = {frozenset([1, 2])}
print({1, 2} in nest, nest.discard({2, 1}), nest)
attempt(nest.remove, {3})
attempt(lambda: [1] in nest)
attempt(nest.discard, [1])

# Making sets of iterables; {} is a dict.
print(sorted(set("hello")), sorted(set([1, 2, 1])), set(), set({}), sorted(set({"k": 1})), type({}).__name__, sorted({*"ab", *"bc"}))
attempt(set, 5)
attempt(set, [[]])
attempt(set, 1, 2)
attempt(frozenset, None)
attempt(set, items=[])


# update keeps what it got before an iterable failed.
def failing():
    yield 1
    raise ValueError("second")


s = {0}
attempt(s.update, failing())
print(sorted(s), s.update(), s.clear(), s)
attempt(s.update, 1)
attempt(s.update, [2], 3)
print(s)

# frozenset: hashable, equal to a set of the same elements, without methods that change.
f = frozenset("ab")
print(hash(f) == hash(frozenset("ba")), f == set("ab"), {f: "key"}[frozenset("ab")], frozenset(f) is f, frozenset(), repr(frozenset([1])))
for name in ("add", "discard", "remove", "pop", "update", "clear", "difference_update"):
    attempt(lambda: getattr(f, name))
attempt(hash, {1})
attempt(lambda: {1}[0])
attempt(lambda: {1} + {2})
