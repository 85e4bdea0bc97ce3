"""A class statement whose bases fail."""


class A(int, str, bool):
    pass
