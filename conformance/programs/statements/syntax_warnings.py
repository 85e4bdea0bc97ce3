# Literals that are compared by identity, called, subscripted or asserted as a tuple: CPython's compiler warns of them on
# stderr, with the source line, before the program runs; the program runs all the same.
x = 5


def attempt(f):
    try:
        print(f())
    except TypeError as error:
        print(error)


print(x is 5, x is not "a", 5 is x, x is -1, x is ())
print(x is 1.5, x is (1, 2), b"" is not x, 1 < x is 7, x is 1 + 1)
print(x is None, x is True, x is not ..., None is x, x is not False)  # one object each: no warning
print(x is [], x is {}, x is f"{x}", x is (x, 1), x is -x)  # made anew: no warning either

assert (x, "always true")
assert x, "judged"

attempt(lambda: 5(3))
attempt(lambda: "text"(3))
attempt(lambda: (1, 2)(3))
attempt(lambda: [1, 2](3))
attempt(lambda: [item for item in "ab"](3))
attempt(lambda: {1}(3))
attempt(lambda: {1: 2}(3))
attempt(lambda: f"{x}"(3))
attempt(lambda: None(3))
attempt(lambda: (item for item in "ab")(3))
attempt(lambda: (lambda: 1)())  # a function may be called

attempt(lambda: "abc"["a"])
attempt(lambda: [1, 2][1.5])
attempt(lambda: [1, 2][1, 2])
attempt(lambda: (1, 2)["a"])
attempt(lambda: f"{x}"["a"])
attempt(lambda: b"abc"[None])
attempt(lambda: [1, 2][[0]])
attempt(lambda: "abc"[True])
attempt(lambda: "abc"[x - 4])
attempt(lambda: "abc"[0:1])
attempt(lambda: {1: 2}["a":"b"] if x == 6 else "not run")
attempt(lambda: 5[0])
attempt(lambda: (-5)(0))
attempt(lambda: (1 + 2.5)[0])
attempt(lambda: [1, 2][1 + 0j])
attempt(lambda: [1, 2][-1])
attempt(lambda: [1, 2][4 / 2])
attempt(lambda: None[0])
attempt(lambda: 1.5[0])
attempt(lambda: ...[0])
attempt(lambda: {1}[0])
attempt(lambda: (lambda: 1)[0])
attempt(lambda: (item for item in "ab")[0])
attempt(
    lambda: (
        [1]
        (2)
    )
)
