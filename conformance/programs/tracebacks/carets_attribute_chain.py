"""An attribute in a chain over lines."""


class A:
    b = None


x = (A()
     .b
     .c)
