"""The repr of an argument fails while the message is made."""


class Bad:
    def __repr__(self):
        raise ValueError("no")


raise KeyError(Bad())
