"""Names: local, enclosing, module, builtin; cells that are shared and changed; the errors of unbound names."""


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    def look():
        return count

    return step, look


step, look = counter()
other, _unused = counter()
print(step(), step(5), look(), other(), look())


def three_deep():
    a = 1

    def middle():
        b = 2

        def inner():
            nonlocal a, b
            a += 10
            b += 20
            return a, b

        return inner(), b

    return middle(), a


print(three_deep())

total = 0


def add_global(n):
    global total, fresh
    total += n
    fresh = total * 2


add_global(3)
add_global(4)
print(total, fresh)


def shadow():
    total = "local"
    return total


print(shadow(), total)


def unbound():
    try:
        print(later)
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)
    later = 1
    del later
    try:
        later
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)


unbound()


def unbound_cell():
    def inner():
        return late

    try:
        inner()
    except NameError as error:
        print(type(error).__name__ + ":", error)
    late = 5
    return inner()


print(unbound_cell())

try:
    nowhere
except NameError as error:
    print("NameError:", error)

del fresh
try:
    fresh
except NameError as error:
    print("NameError:", error)


class Scope:
    y = 1
    seen = [v + 1 for v in [y, y]]

    def method(self):
        try:
            return y
        except NameError as error:
            return str(error)


print(Scope.seen, Scope().method())

# A comprehension has its own scope, but its first iterable is evaluated outside.
n = 3
squares = [n * n for n in range(n)]
print(squares, n)
print([(i, j) for i in range(3) for j in range(i)], {k: v for k, v in zip("ab", [1, 2])})
print([last := i for i in range(4)], last)

# An exception's name is gone after its handler.
problem = "kept"
try:
    raise ValueError("x")
except ValueError as problem:
    pass
try:
    problem
except NameError as error:
    print(error)

# Loop variables live on.
for loop in range(3):
    pass
print(loop)

functions = []
for i in range(3):
    def capture():
        return i

    functions.append(capture)
print([f() for f in functions])


def make(i):
    return lambda: i


print([make(i)() for i in range(3)])
