"""Carets mark the operator inside the marked expression."""


def compute(values, factor):
    total = 1 + values[0] * factor + (values[1] -
                                      factor)
    return total


compute([2, "x"], 3)
