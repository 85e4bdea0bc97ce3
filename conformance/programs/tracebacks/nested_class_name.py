"""A nested class is shown with its qualified name."""


class Shop:
    class Closed(Exception):
        pass


raise Shop.Closed("today")
