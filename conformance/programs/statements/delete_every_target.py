# del takes names, attributes, items, slices, and lists of these in parentheses or brackets, left to right.


class Noisy:
    def __delattr__(self, name):
        print("  delattr", name)
        super().__delattr__(name)

    def __delitem__(self, key):
        print("  delitem", key)

    def __getitem__(self, key):
        print("  getitem", key)
        return self


noisy = Noisy()
noisy.a = noisy.b = 1
del noisy.a, noisy[1], noisy[1:2], noisy[::3], noisy[1, ...], noisy[2][3]
del (noisy.b)
try:
    del noisy.b
except AttributeError as error:
    print(error)

# Names, alone and in nested lists.
a = b = c = d = e = 0
del a, (b, [c, (d,)]), [e]
try:
    print(c)
except NameError as error:
    print(error)
del (), []

# The deletions before a failing one have happened.
first, last = 1, 3
try:
    del first, middle, last
except NameError as error:
    print(error)
try:
    first
except NameError as error:
    print(error)
print(last)

# Lists: items, slices, stepped slices.
row = list(range(10))
del row[0], row[-1]
print(row)
del row[2:4]
print(row)
del row[::2]
print(row)
del row[10:], row[:0]
print(row)
del row[:]
print(row)
for index in (0, -1):
    try:
        del row[index]
    except IndexError as error:
        print(error)
try:
    del row["x"]
except TypeError as error:
    print(error)

# Dictionaries: the key's own KeyError.
ages = {"ann": 1, "bob": 2}
del ages["ann"]
print(ages)
for key in ("ann", (1, 2), []):
    try:
        del ages[key]
    except (KeyError, TypeError) as error:
        print(repr(error))

# What cannot lose items.
for fixed in ((1, 2), "ab", b"ab", 5, None, range(3), {1, 2}):
    try:
        del fixed[0]
    except TypeError as error:
        print(error)


# A local name that was deleted is unbound; the global of the same name is not seen.
shared = "global"


def local():
    shared = "local"
    del shared
    try:
        return shared
    except UnboundLocalError as error:
        return str(error)


print(local(), "|", shared)


# Attributes of classes, and the class's attribute behind the instance's.
class Shade:
    colour = "class"


shade = Shade()
shade.colour = "instance"
del shade.colour
print(shade.colour)
try:
    del shade.colour
except AttributeError as error:
    print(error)
del Shade.colour
try:
    shade.colour
except AttributeError as error:
    print(error)
