"""getattr() is an access like any other."""


class A:
    value = 1


getattr(A(), "valeu")
