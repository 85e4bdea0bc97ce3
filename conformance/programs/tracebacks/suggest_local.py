"""Locals come before module variables, and those before builtins."""
count_all = 1


def f(count_al):
    counts = 2
    return count_ale


f(1)
