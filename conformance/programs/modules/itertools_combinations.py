# product, permutations, combinations: their orders, their sizes, and the corner sizes zero and too large.

from itertools import combinations, combinations_with_replacement, islice, permutations, product
from math import comb, factorial, perm


def words(rows):
    return " ".join("".join(map(str, row)) for row in rows)


# product: the last pool turns fastest; repeat repeats the pools.
print(words(product("ab", range(3))))
print(words(product("ab", repeat=3)), "|", words(product("ab", "c", repeat=2)))
print(list(product()), list(product("ab", [])), list(product("ab", repeat=0)))

# permutations: by place, so equal elements give equal rows.
print(words(permutations("abc")), "|", words(permutations("abc", 2)))
print(words(permutations("aab", 2)))
print(list(permutations("ab", 0)), list(permutations("ab", 3)), list(permutations([])))

# combinations keep the order of the pool.
print(words(combinations("abcd", 2)), "|", words(combinations("dcba", 3)))
print(list(combinations("ab", 0)), list(combinations("ab", 3)), list(combinations([], 0)))
print(words(combinations_with_replacement("abc", 2)), "|", words(combinations_with_replacement("ab", 3)))
print(list(combinations_with_replacement([], 1)), list(combinations_with_replacement([], 0)))

# The sizes are the formulas'.
for n in range(5):
    for r in range(4):
        pool = range(n)
        sizes = [sum(1 for _ in rows) for rows in (permutations(pool, r), combinations(pool, r), product(pool, repeat=r),
                                                   combinations_with_replacement(pool, r))]
        wanted = [perm(n, r), comb(n, r), n ** r, comb(n + r - 1, r) if n or not r else 0] if n + r else [1, 1, 1, 1]
        print(n, r, sizes, sizes == wanted)
print(factorial(4) == sum(1 for _ in permutations(range(4))))

# The pools are read at once, the rows made one by one.
source = iter("abcdefghijklmnop")
rows = permutations(source)
print(next(source, "used up"), words(islice(rows, 3)))
one = product([1], [2])
print(next(one), next(one, "done"), next(one, "done"))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: permutations("ab", -1))
attempt(lambda: combinations("ab", -1))
attempt(lambda: combinations_with_replacement("ab", -1))
attempt(lambda: product("ab", repeat=-1))
attempt(lambda: combinations("ab"))
attempt(lambda: combinations(5, 1))
attempt(lambda: product(1))
attempt(lambda: product("ab", times=2))
