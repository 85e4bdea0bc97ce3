"""A property's frame."""


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def area(self):
        return 3 * self.radius ** 2


print(Circle("a").area)
