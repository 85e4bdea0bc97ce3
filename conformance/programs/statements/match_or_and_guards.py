# Patterns in alternatives, captures inside them, guards, and what stays bound when a case fails.


def shape(subject):
    match subject:
        case 0 | 0.5 | "zero":
            return "a small literal"
        case [] | {} if not subject:
            return "empty"
        case [1 | 2 as head, *_] | {"head": (1 | 2) as head}:
            return f"head {head}"
        case (("add", x, y) | ("plus", x, y)) if isinstance(x, int):
            return f"sum {x + y}"
        case ("neg", x) | ["minus", [x]] | {"neg": x}:
            return f"negative of {x!r}"
        case [[a, *b] as first, *rest]:
            return f"nested {a} {b} {first} {rest}"
        case str(text) | bytes(text) if len(text) > 2:
            return f"long {text!r}"
        case str() | bytes():
            return "short text"
        case bool(flag):
            return f"flag {flag}"
        case int(n) | float(n) if n < 0:
            return f"below zero {n}"
        case None | True:
            return "nothing"
        case other:
            return f"other {other!r}"


for subject in (0, False, 0.5, "zero", [], {}, [1, 9], [2], {"head": 2}, {"head": 3}, ("add", 1, 2), ["plus", 3, 4],
                ("add", "x", "y"), ("neg", 5), ("minus", (6,)), {"neg": 7, "more": 8}, [[1, 2, 3], 4, 5], "ab", "abc", b"abcd",
                True, -3, -0.25, 3, None, range(2), (1,), {1}):
    print(repr(subject), "->", shape(subject))

# Guards are evaluated in order, only after their pattern matched, and once each.
asked = []


def ask(name, answer):
    asked.append(name)
    return answer


match (1, 2):
    case (1, 3) if ask("not reached", True):
        pass
    case (1, x) if ask("first", False):
        pass
    case (x, 2) if ask("second", True):
        print("second with x =", x, asked)
    case _ if ask("too late", True):
        pass

# Names captured before a guard said no stay bound.
match [7, 8]:
    case [left, right] if left > right:
        print("never")
    case _:
        print("still bound:", left, right)

# A match without any matching case does nothing; an exception in a guard passes through.
match 5:
    case 6:
        print("never")
try:
    match 5:
        case n if n / 0:
            print("never")
except ZeroDivisionError as error:
    print(error, n)

# The subject may be a star list; it is evaluated once.
values = [1, 2]
match 0, *values:
    case 0, *tail:
        print(tail)


# Dotted names are values to compare with, plain names are captures.
class Limits:
    LOW, HIGH = 1, 9


for number in (1, 9, 5):
    match number:
        case Limits.LOW | Limits.HIGH:
            print(number, "at a limit")
        case Limits.LOW.real | Limits.HIGH.real:
            print("never")
        case within:
            print(within, "within")

# -1 and complex sums are literals in patterns; True, False and None match by identity.
for value in (-1, 2 + 3j, 1, True, None):
    match value:
        case True:
            print("identical to True")
        case -1 | 2 + 3j as literal:
            print("literal", literal)
        case None:
            print("None")
        case _:
            print("plain", value)
