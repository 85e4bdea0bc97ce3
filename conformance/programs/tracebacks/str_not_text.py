"""An exception whose __str__ gives no text."""


class Bad(Exception):
    def __str__(self):
        return 3


raise Bad(1)
