# A generator expression computes one element at each request, and never again.

made = []


def note(value):
    made.append(value)
    return value


squares = (note(n) ** 2 for n in range(5))
print(made, next(squares), made, next(squares), made)
print(list(squares), made, list(squares))
print(next(squares, "exhausted"))
try:
    next(squares)
except StopIteration as error:
    print(repr(error))

# Consumers stop where they have their answer.
made.clear()
print(any(note(n) > 1 for n in range(10)), made)
made.clear()
print(all(note(n) < 2 for n in range(10)), made)
made.clear()
print(3 in (note(n) for n in range(10)), made)
made.clear()
first, second, *_ = (note(n) for n in range(3))
print(first, second, made)
made.clear()
print([pair for pair in zip((note(n) for n in range(10)), "ab")], made)

# The first iterable is asked for its iterator at the making; names in the rest are read late.
source = [1, 2]
scale = 1
scaled = (n * scale for n in source)
source.append(3)
source = "another list"
scale = 100
print(list(scaled))

# A pipeline of generators works item by item.
made.clear()
stage1 = (note(("one", n)) for n in range(2))
stage2 = (note(("two", n)) for _, n in stage1)
print([n for _, n in stage2], made)

# Two iterators over one generator share it.
letters = (c for c in "abcdef")
print(list(zip(letters, letters)), iter(letters) is letters)
letters = (c for c in "abcdef")
print([c + next(letters) for c in letters])

# As the only argument it needs no parentheses of its own.
print(sum(n for n in range(4)), max((len(w) for w in ("a", "bbb")), default=0), max((n for n in ()), default="none"))
print(", ".join(str(n) for n in range(3)), sorted(-n for n in range(3)), dict((n, n) for n in "ab"), tuple(n for n in ""))

# An error passes to who asked, and the generator is finished.
failing = (10 // n for n in (5, 0, 2))
print(next(failing))
try:
    next(failing)
except ZeroDivisionError as error:
    print(error)
print(list(failing))

# It has the methods of a generator.
closing = (n for n in range(3))
print(next(closing), closing.send(None), closing.close(), list(closing))
fresh = (n for n in range(3))
try:
    fresh.send(1)
except TypeError as error:
    print(error)
throwing = (n for n in range(3))
next(throwing)
try:
    throwing.throw(KeyError("thrown"))
except KeyError as error:
    print(repr(error))
print(list(throwing), throwing.__name__)
print(type(throwing).__name__, type(n for n in ()).__name__)
try:
    len(throwing)
except TypeError as error:
    print(error)
try:
    throwing[0]
except TypeError as error:
    print(error)


# A generator that asks itself for its next element.
def own():
    me = (next(me) for _ in range(2))
    try:
        next(me)
    except ValueError as error:
        return str(error)


print(own())
