"""An AttributeError names the attribute that was probably meant."""


class Point:
    def __init__(self):
        self.horizontal = 1
        self.vertical = 2


print(Point().verticle)
