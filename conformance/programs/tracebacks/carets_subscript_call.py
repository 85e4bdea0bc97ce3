"""Subscript of a call's result."""


def get():
    return None


print(get()["a"])
