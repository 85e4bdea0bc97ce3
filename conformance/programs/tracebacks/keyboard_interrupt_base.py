"""An exception outside of Exception."""


class Leave(BaseException):
    pass


raise Leave("now")
