# A comprehension is a function of its own: the first iterable is evaluated outside, everything else inside.

i = "outer"
print([i for i in range(3)], {i for i in range(2)}, {i: i for i in range(2)}, list(i for i in range(2)), i)

# The first iterable may use a name that the comprehension then binds for itself.
x = [1, 2, 3]
print([x for x in x], x)
print([x for x in [x, x] for x in x])
try:
    print([y for x in [1] for y in y])
except UnboundLocalError as error:
    print(error)
except NameError as error:
    print(type(error).__name__, error)

# Later clauses see the earlier targets; conditions stand between them.
print([(a, b, c) for a in range(4) if a % 2 for b in range(a) if b != 1 for c in (a + b,)])
print([[inner * outer for inner in range(outer)] for outer in range(4)])
print({k: [v for v in vs if v] for k, vs in {"p": [0, 1], "q": [0]}.items()})

# Closures made inside share the comprehension's variable; a nested function call keeps its value.
print([f() for f in [lambda: n for n in range(3)]])
print([f() for f in [(lambda n: lambda: n)(n) for n in range(3)]])
lazy = (f() for f in [lambda: n for n in range(3)])
print(list(lazy))


# Inside a function: free variables are read when the element is made.
def function():
    factor = 2
    doubled = (factor * n for n in (1, 2, 3))
    first = next(doubled)
    factor = 10
    return first, list(doubled), [factor + n for n in range(2)]


print(function())


# Evaluation order in a dict comprehension: key, then value; a later equal key replaces the value.
def say(word):
    print(word, end=" ")
    return word


print({say(f"k{n}"): say(f"v{n}") for n in range(2)})
print({len(w): w for w in ("a", "bb", "c", "dd")})

# Targets of every kind.
print([a + b for a, b in {"x": "1", "y": "2"}.items()], [rest for _, *rest in ("abc", "de")])
store = {}
print([0 for store["key"] in range(3)], store)


class Point:
    pass


point = Point()
print([point.x for point.x in range(2)], point.x)

# Conditions: several, conditional elements, chained comparisons.
print([n if n % 2 else -n for n in range(8) if n > 1 if n < 7 if 2 <= n <= 5])

# The iterable of the first clause fails at once, the others when reached.
try:
    (n for n in 5)
except TypeError as error:
    print("at once:", error)
pending = (n for m in (1, 2) for n in 5)
try:
    next(pending)
except TypeError as error:
    print("when reached:", error)
try:
    [missing for _ in "ab"]
except NameError as error:
    print(error)
print([missing for _ in ""])
try:
    i = [n / (n - 1) for n in range(3)]
except ZeroDivisionError as error:
    print(error, i)
