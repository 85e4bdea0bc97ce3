# However a try statement is left, its finally suite runs; an exit inside finally replaces the exit under way.

log = []


def leave(how):
    for turn in range(2):
        try:
            log.append("body")
            if how == "return":
                return "from body"
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise ValueError("from body")
        except KeyError:
            log.append("never")
        else:
            log.append("else")
        finally:
            log.append("finally")
        log.append("after")
    return "end"


for how in ("return", "break", "continue", "raise", "through"):
    log.clear()
    try:
        print(how, "->", leave(how), log)
    except ValueError as error:
        print(how, "-> raised", error, log)


# return in finally wins over the return, and drops the exception, under way.
def override(fail):
    try:
        if fail:
            raise RuntimeError("dropped")
        return "body"
    finally:
        return "finally"


print(override(False), override(True))


# The value of return is computed before finally runs; a later rebinding does not change it.
def computed_before():
    value = [1]
    try:
        return value
    finally:
        value.append(2)
        value = "rebound"


print(computed_before())


# break and continue in finally drop the exception too.
def swallow():
    seen = []
    for item in range(3):
        try:
            seen.append(item)
            1 / 0
        finally:
            continue
    while True:
        try:
            raise KeyError("dropped")
        finally:
            break
    return seen


print(swallow())

# An exception raised in finally replaces the first, which becomes its context.
try:
    try:
        raise ValueError("first")
    finally:
        [].pop()
except IndexError as error:
    print(repr(error), "after", repr(error.__context__))


# Nested finally suites run from the inside out, also for one return through all of them.
def through():
    order = []
    try:
        try:
            try:
                return order
            finally:
                order.append("inner")
        finally:
            order.append("middle")
    finally:
        order.append("outer")


print(through())


# A generator closed at a yield inside try runs its finally.
def producer():
    try:
        yield 1
        yield 2
    finally:
        print("generator's finally")


numbers = producer()
print(next(numbers))
numbers.close()
print(list(producer()))
