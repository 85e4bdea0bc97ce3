"""Frames of class bodies have the class's name."""


class Outer:
    class Inner:
        value = {}["missing"]
