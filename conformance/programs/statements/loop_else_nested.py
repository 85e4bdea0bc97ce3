# The else suite of a loop runs exactly when the loop was not left by break; each loop has its own.


def first_row_with(rows, wanted):
    """break leaves the inner loop only; the inner else decides what the outer loop does."""
    for number, row in enumerate(rows):
        for cell in row:
            if cell == wanted:
                break
        else:
            print("  row", number, "has none")
            continue
        print("  row", number, "has it")
        break
    else:
        print("  no row has it")
        return None
    return number


GRID = [[1, 2], [], [3, 4, 5], [4]]
print(first_row_with(GRID, 4))
print(first_row_with(GRID, 9))
print(first_row_with([], 9))

# while: the else runs when the condition comes out false, also at the first try.
while False:
    print("never")
else:
    print("condition false at once")

count = 3
while count:
    count -= 1
    if count == 1:
        continue
    print("count", count)
else:
    print("counted down to", count)

count = 3
while True:
    count -= 1
    if not count:
        break
else:
    print("never")
print("left by break with", count)

# A break inside the else suite belongs to the enclosing loop.
for outer in range(4):
    for inner in range(outer):
        pass
    else:
        if outer == 2:
            break
    print("outer", outer)
else:
    print("never")
print("stopped at", outer)


# return and raise leave a loop without its else.
def leave(how):
    for item in "ab":
        if how == "return":
            return "returned at " + item
        if how == "raise":
            raise LookupError("raised at " + item)
    else:
        return "else after " + item


print(leave("return"))
print(leave("through"))
try:
    leave("raise")
except LookupError as error:
    print(error)

# The loop's target keeps its last value; of an empty loop it is not bound at all.
for left in range(3):
    pass
print(left)
for unbound in ():
    pass
try:
    unbound
except NameError as error:
    print(error)

# break in a finally-guarded body runs the finally and skips the else.
for item in range(3):
    try:
        if item == 1:
            break
    finally:
        print("finally", item)
else:
    print("never")
