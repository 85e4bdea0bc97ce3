"""bool: two ints with names; truth of everything, and arithmetic, text and comparison of True and False."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# There are two, of a class derived from int from which no class can be derived.
print(True, False, repr(True), str(False), isinstance(True, int), issubclass(bool, int), type(True).__name__, bool(1) is True, bool() is False)


def derive():
    class Third(bool):
        pass


attempt(derive)

# In arithmetic they are 1 and 0, and the result is an int.
print(True + True, True - False, -True, +True, True * 3, True / 2, False // 1, True % 2, divmod(True, True), abs(True), round(True), True**2)
print(True + 0.5, True + 1j, sum([True, False, True]), "ab" * True, [1] * False, "ab"[True], [10, 20][False], range(True), int(True), float(True))
attempt(lambda: 1 / False)

# Comparison and hash are those of the numbers.
print(True == 1, False == 0.0, True != 2, True < 2, False < True, True == "True", hash(True) == hash(1), {1: "a", True: "b"}, {True, 1, 1.0})
print(max(False, True), sorted([True, False, 2, -1]), [0, 1].index(True), True in [1], min(True, 1), min(1, True))

# & | and ^ of two bools are bools; `not` always gives one, `and` and `or` give an operand.
print(True & True, True | False, True ^ True, True & 3, True ^ 3, not 0, not "x", 0 or "y", "x" and 0, [] or (), 1 and True)

# What is false: zeros, the empty containers, None; everything else is true.
falses = (0, 0.0, -0.0, 0j, "", b"", bytearray(), (), [], {}, set(), frozenset(), range(0), range(5, 2), None, False)
trues = (1, -1, 1e-300, float("nan"), 1j, " ", "0", "False", b"\0", (0,), [[]], {0: 0}, {0}, range(1), ..., print, int)
print([bool(x) for x in falses], [bool(x) for x in trues])


# A class says by __bool__, else by __len__; without both its objects are true.
class Answer:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


class Plain:
    pass


print(bool(Answer(True)), bool(Answer(False)), bool(Sized(0)), bool(Sized(3)), bool(Sized(True)), bool(Plain()), bool(Plain))
for value in (1, 0, None, "yes", 1.0):
    attempt(bool, Answer(value))
    attempt(lambda: not Answer(value))
for size in (-1, "3", 1.5, None):
    attempt(bool, Sized(size))

# bool takes one argument at most, by position; texts are not read.
print(bool("False"), bool("0"))
attempt(bool, 1, 2)
attempt(bool, x=1)

# As texts they are words, as numbers digits.
print(f"{True}", f"{True:d}", f"{True:>6}|", f"{False:5}|", "%s %d %r" % (True, True, False), f"{True!r:7}|", format(True), f"{True:.1f}", bin(True))
attempt(format, True, "s")
print(True.real, True.imag, False.numerator, True.denominator, True.conjugate())
