"""The frame of a set comprehension."""


def f(xs):
    return {x.missing for x in xs}


f([1])
