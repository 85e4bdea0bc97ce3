# name := value binds in the scope that contains the expression; in a comprehension, in the one around it.

print((n := 10), n)
print([n := 1, n + 1, n := n + 5], n)

# A condition that binds.
queue = [3, 2, 0, 7]
while item := queue.pop(0):
    print("item", item)
print("left with", item, queue)

if (found := next((x for x in queue if x > 5), None)) is not None:
    print("found", found)

# A comprehension's own variable stays inside, a walrus target comes out.
squares = [last := x * x for x in range(4)]
print(squares, last)
print([y for x in range(6) if (y := x % 3)], y)
print({k: (seen := v) for k, v in {"a": 1, "b": 2}.items()}, seen)
print(any((witness := word).startswith("b") for word in ("ant", "bee", "cow")), witness)
try:
    x
except NameError as error:
    print(error)

# An unfinished generator expression has bound only what ran.
lazy = ((step := i) for i in (10, 20, 30))
next(lazy)
print(step)
next(lazy)
print(step)


# In a function the target is local; nested comprehensions reach the function's scope.
def local():
    rows = [[(total := total + cell) for cell in row] for row in ((1, 2), (3,)) if (total := 0) == 0]
    return rows, total


print(local())


def declared():
    global shared
    [shared := value for value in "xyz"]


declared()
print(shared)


def enclosing():
    count = 0

    def bump():
        nonlocal count
        return [(count := count + step) for step in (1, 2)]

    return bump(), bump(), count


print(enclosing())


# The target makes the name local to the whole function.
def unbound():
    try:
        return n
    except UnboundLocalError as error:
        print(error)
    (n := 1)
    return n


print(unbound(), n)

# Precedence: it takes everything to the right that parentheses or commas do not end.
print(f"{(w := 5):>3}|{w}", (t := 1, 2), t)
print((flag := 3 > 2), flag, (pick := 1 if flag else 2), pick)
print(max(a := 3, b := 4), a, b)
print([1, 2, 3][i := 1], i, (lambda: (inner := 6) + inner)())


# In argument defaults, decorators and class bodies.
def with_default(value=(made := [])):
    return value


print(with_default() is made)


class Body:
    doubled = (base := 4) * 2


print(Body.base, Body.doubled)
