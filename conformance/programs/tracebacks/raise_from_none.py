try:
    [][1]
except IndexError:
    raise LookupError("clean") from None
