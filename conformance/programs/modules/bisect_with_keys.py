# bisect with key: the key is applied to the elements, never to the searched value, but insort applies it to both.

from bisect import bisect, bisect_left, bisect_right, insort, insort_left, insort_right

words = ["a", "bb", "cc", "ddd"]
for length in range(5):
    print(length, bisect_left(words, length, key=len), bisect_right(words, length, key=len), bisect(words, length, key=len))

for word in ("xx", "", "yyyyy"):
    insort(words, word, key=len)
print(words)
insort_left(words, "zz", key=len)
insort_right(words, "ZZ", key=len)
print(words)

# A falling order through a negating key.
falling = [9, 7, 7, 2]
print(bisect_left(falling, -7, key=lambda n: -n), bisect_right(falling, -7, key=lambda n: -n))
insort(falling, 5, key=lambda n: -n)
print(falling)

# The part that is searched: lo and hi.
row = [1, 3, 5, 7, 9]
print(bisect_left(row, 5, 3), bisect_left(row, 5, 0, 1), bisect_left(row, 6, lo=1, hi=4), bisect_left([], 1))

# How often the key is asked: a logarithm of the length.
asked = []
bisect_left(range(1000), 501, key=lambda n: asked.append(n) or n)
print(asked)

# Grades by breakpoints.
print("".join("FDCBA"[bisect([60, 70, 80, 90], score)] for score in (33, 99, 77, 70, 89, 90, 100)))


# Only < is used: bisect_left asks element < value, bisect_right value < element.
class Weighed:
    def __init__(self, weight):
        self.weight = weight

    def __lt__(self, other):
        print(f"{self.weight}<{other.weight}", end=" ")
        return self.weight < other.weight


scale = [Weighed(n) for n in (1, 2, 3)]
print(bisect_left(scale, Weighed(2)), end="; ")
print(bisect_right(scale, Weighed(2)))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, ArithmeticError, AttributeError) as error:
        print(type(error).__name__, error)


attempt(lambda: bisect_left([1, 2], "a"))
attempt(lambda: bisect_right([1, 2], "a"))
attempt(lambda: bisect_left([1], 1, -1))
attempt(lambda: bisect_left(5, 1))
attempt(lambda: bisect_left([1, 2], 1, key=5))
attempt(lambda: bisect_left([0, 2], 1, key=lambda n: 1 / (n - 2)))
attempt(lambda: insort((1, 2), 3))
