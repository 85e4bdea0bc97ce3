# Annotations of parameters, starred ones included: when they are evaluated, and in which order.
def say(value):
    print("evaluated", value)
    return value


def annotated(a: say("a"), /, b: say("b") = say("default b"), *args: say("args"), c: say("c") = say("default c"),
              **named: say("named")) -> say("return"):
    return a, b, args, c, named


print(annotated.__annotations__)
print(annotated(1, 2, 3, c=4, d=5))
kinds = [(int, str)]


def starred(*args: *kinds):
    return args


print(starred.__annotations__, starred(1, 2))
try:
    def wrong(*args: *(1, 2)):
        pass
except ValueError as e:
    print(e)
try:
    def wrong(*args: *5):
        pass
except TypeError as e:
    print(e)
