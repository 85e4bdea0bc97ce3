class FlowError(Exception):
    """Has its own text."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code

    def __str__(self):
        return f"code {self.code}\nsecond line"


def fail():
    raise FlowError(
        17,
    )


fail()
