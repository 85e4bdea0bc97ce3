# Keys of mapping patterns: names of values that turn out to be the same, lookup by get().
class Keys:
    a = "key"
    b = "key"
    number = 1
    real = 1.0


def attempt(subject):
    try:
        match subject:
            case {Keys.a: x, Keys.b: y}:
                print("both", x, y)
            case _:
                print("neither")
    except ValueError as e:
        print(e)
    try:
        match subject:
            case {Keys.number: x, Keys.real: y}:
                print("both", x, y)
            case _:
                print("neither")
    except ValueError as e:
        print(e)


attempt({"key": 1})
attempt({"key": 1, "other": 2})
attempt({1: 1, 2: 2})


class Asked(dict):
    def get(self, key, default=None):
        print("get", key, default is not None)
        return super().get(key, default)

    def __missing__(self, key):
        print("never asked")
        return 0


match Asked(a=1, b=2):
    case {"a": 1, "b": x, **rest}:
        print(x, rest)
match Asked(a=1):
    case {"a": 1, "zz": x}:
        print("never")
    case {"a": _, **rest}:
        print(rest)
