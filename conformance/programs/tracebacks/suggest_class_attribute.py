"""Attributes of a class itself."""


class Colour:
    crimson = 1
    azure = 2


Colour.azur
