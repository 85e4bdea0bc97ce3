# A method is looked up before the arguments are evaluated: where there is none, nothing of them runs.


class Plain:
    pass


class Dynamic:
    def __getattr__(self, name):
        print("  looked up", name)
        raise AttributeError(name)


def argument():
    print("  argument evaluated")
    return 1


def attempt(label, f):
    print(label)
    try:
        print(" ", f())
    except Exception as error:
        print(" ", type(error).__name__, error)


plain = Plain()
own = Plain()
own.function = lambda x: x + 1
attempt("str", lambda: "a".nope(argument()))
attempt("str with keyword", lambda: "a".nope(x=argument()))
attempt("int", lambda: (5).append(argument()))
attempt("None", lambda: None.append(argument()))
attempt("list", lambda: [].add(1, argument()))
attempt("instance", lambda: plain.nope(argument()))
attempt("instance has it", lambda: own.function(argument()))
attempt("class", lambda: Plain.nope(argument()))
attempt("builtin class", lambda: int.nope(argument()))
attempt("class has it", lambda: str.upper("a" * argument()))
attempt("function", lambda: attempt.nope(argument()))
attempt("exception", lambda: ValueError(1).nope(argument()))
attempt("generator", lambda: (x for x in ()).nope(argument()))
attempt("good", lambda: "a-b".split("-", argument()))
attempt("star", lambda: plain.nope(*[argument()]))
plain.nope(
    argument(),
)
