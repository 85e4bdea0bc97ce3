"""__pow__ and __rpow__ by name: with a modulus, with operands of other types, and what each type refuses."""


def attempt(label, action, *arguments):
    try:
        print(label, arguments, "->", action(*arguments))
    except Exception as e:
        print(label, arguments, "!", type(e).__name__ + ":", e)


for receiver in (5, True, 2.0, 1j):
    for arguments in [(2,), (2, 3), (2, None), (2, 0), (-1, 7), (0, 1.5), (1.5,), (1.5, 2), ("a",), ("a", 2), (1j,), (2, 1j)]:
        attempt(str(receiver) + ".__pow__", receiver.__pow__, *arguments)
        attempt(str(receiver) + ".__rpow__", receiver.__rpow__, *arguments)

attempt("pow", pow, 5, 2, 3)
attempt("pow", pow, 5, -1, 7)
attempt("pow", pow, 5, -1, 10)
attempt("pow", pow, 5, 2, 0)
attempt("pow", pow, 5.0, 2, 3)
attempt("pow", pow, 5, 2, 3.0)
attempt("pow", pow, 1j, 2, 3)
attempt("pow", pow, "a", 2, 3)
attempt("round", (7).__round__, None)
attempt("round", (1777).__round__, -2)
attempt("round", (2.567).__round__, None)
