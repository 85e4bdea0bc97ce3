def g(*args):
    raise KeyError(args)


print(
    "a",
    g(
        1,
        2,
    ),
)
