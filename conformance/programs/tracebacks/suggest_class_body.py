"""Names of a class body are no candidates inside it."""


class Settings:
    timeout = 3
    print(timeuot)
