"""A class of another module is shown with its module's name."""


class Odd(Exception):
    __module__ = "shop.errors"


raise Odd("closed")
