"""for and while with else, break, continue, and the loop variable afterwards."""
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
i = 0
while i < 5:
    i += 1
    if i == 2:
        continue
    if i == 4:
        break
else:
    print("never")
print(i)
while i:
    i -= 1
else:
    print("done", i)
for x in []:
    pass
else:
    print("empty")
try:
    print(x)
except NameError as error:
    print(error)
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
    print(a, b, c)
for target in [[0, 0]]:
    for target[0] in range(3):
        pass
    print(target)
items = [1, 2, 3]
for item in items:
    if item < 3:
        items.append(item + 10)
print(items)
for outer in range(3):
    for inner in range(3):
        if inner == outer:
            continue
        if inner > 1:
            break
        print(outer, inner)
