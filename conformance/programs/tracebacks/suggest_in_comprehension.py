"""A comprehension sees its own variables, not those of the function around it."""


def f(numbers):
    factor = 3
    return [factr * number for number in numbers]


f([1])
