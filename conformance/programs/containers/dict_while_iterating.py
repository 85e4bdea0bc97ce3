"""Changing a dict or set while it is iterated: which changes are seen, and what is raised."""


def attempt(label, action):
    try:
        print(label, "->", action())
    except Exception as e:
        print(label, "!", type(e).__name__ + ":", e)


def delete_and_put_back(view):
    table = {0: 0}
    seen = []
    for key in view(table):
        seen.append(key)
        del table[0]
        table[0] = 0
        if len(seen) > 5:
            return "too many", seen
    return seen


attempt("keys", lambda: delete_and_put_back(lambda d: d))
attempt("keys()", lambda: delete_and_put_back(dict.keys))
attempt("values()", lambda: delete_and_put_back(dict.values))
attempt("items()", lambda: delete_and_put_back(dict.items))
attempt("reversed", lambda: delete_and_put_back(reversed))


def grow():
    table = {1: 1}
    for key in table:
        table[key + 1] = 1


def shrink():
    table = {1: 1, 2: 2, 3: 3}
    for key in table:
        del table[key]


def replace():
    table = {1: 1, 2: 2, 3: 3}
    for key in table:
        table[key] = -table[key]
    return table


def grow_set():
    numbers = {1}
    for number in numbers:
        numbers.add(number + 1)


attempt("grow", grow)
attempt("shrink", shrink)
attempt("replace", replace)
attempt("grow set", grow_set)

table = {1: 1, 2: 2}
walk = iter(table)
print(next(walk))
table.clear()
attempt("cleared", lambda: next(walk))
attempt("cleared, again", lambda: next(walk))
table = {n: n for n in range(6)}
for n in (5, 4, 3):
    del table[n]
print(table, table.popitem(), list(reversed(table)))
table["x"] = 1
print(table, list(reversed(table)), table.popitem(), table.popitem(), table)
for _ in range(100):
    table["k"] = 1
    del table["k"]
print(table, len(table), table.popitem())
