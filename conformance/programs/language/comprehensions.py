"""List, set, dict and generator comprehensions: nesting, conditions, scopes, star displays."""
print([x * x for x in range(6) if x % 2 if x > 1])
print([[i * j for j in range(3)] for i in range(3)])
print([(a, b) for a in "ab" for b in range(3) if b != 1])
print(sorted({x % 3 for x in range(10)}), {x: x**2 for x in range(4)}, {**{"a": 1}, "b": 2, **{"a": 3}})
print([*range(3), *"ab", 4], (*[1], *(2, 3)), sorted({*[1, 2], *[2, 3]}))
print([y for x in [[1, 2], [3]] for y in x], [x for x, in [(1,), (2,)]], [a + b for a, *b, c in [("x", "y", "z")] for a, b in [(a, b[0])]])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [max(row) for row in matrix], sum(sum(row) for row in matrix))
print({k.upper(): [v] * 2 for k, v in {"p": 1, "q": 2}.items()}, {len(w): w for w in ["a", "bb", "cc"]})
print([f(2) for f in [lambda v: v + 1, lambda v: v * 10]], [(lambda q: q * n)(3) for n in range(3)])
print([i if i % 2 else -i for i in range(5)], [x for x in range(20) if not any(x % d == 0 for d in range(2, x)) and x > 1])


def scoped(n):
    return [n + i for i in range(n) if [j for j in range(i) if j < n]]


print(scoped(4))


class Holder:
    factor = 3
    values = [v for v in range(factor)]


print(Holder.values)
gen = (i for i in [1, 2, 3])
print(2 in gen, list(gen))
try:
    [x for x in 5]
except TypeError as error:
    print(error)
try:
    {k: v for k, v in [(1, 2, 3)]}
except ValueError as error:
    print(error)
try:
    {[]: 1 for _ in range(1)}
except TypeError as error:
    print(error)
print([[[k for k in range(j)] for j in range(i)] for i in range(4)])
