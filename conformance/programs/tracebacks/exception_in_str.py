class Odd(Exception):
    def __str__(self):
        raise ValueError("inside str")


raise Odd("x")
