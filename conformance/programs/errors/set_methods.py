"""What set's methods say with wrong arguments: each count, each type at each position, keywords."""


class Plain:
    pass


values = [None, True, 3, 2.5, 1j, "s", b"b", bytearray(b"a"), [1], (1,), {1: 2}, {1}, frozenset([1]), range(2),
          slice(1), len, int, ...]


def show(label, call, args, keywords):
    try:
        result = type(call(*args, **keywords)).__name__
    except Exception as e:
        result = type(e).__name__ + ": " + str(e)
    return label + " " + result


def report(name, call, first):
    print("==", name)
    for count in range(6):
        print(show(str(count) + " arguments:", call, [first] * count, {}))
    print(show("keyword:", call, [], {"bad": 1}))
    print(show("argument and keyword:", call, [first], {"bad": 1}))
    print(show("two arguments and keyword:", call, [first, first], {"bad": 1}))
    for position in range(3):
        # Equal results are shown once, with the types that gave them.
        found = {}
        for value in values:
            result = show("", call, [first] * position + [value], {})
            if type(value).__name__ in result:
                result = result.replace(type(value).__name__, "TYPE")
            found.setdefault(result, []).append(type(value).__name__)
        for result, types in found.items():
            print("  position", position, result, *types)


for name in [
    "add", "clear", "copy", "difference", "difference_update", "discard", "intersection",
    "intersection_update", "isdisjoint", "issubset", "issuperset", "pop", "remove", "symmetric_difference",
    "symmetric_difference_update", "union", "update",
]:
    report(name, lambda *args, **keywords: getattr(set, name)({1, 2}, *args, **keywords), [1])
