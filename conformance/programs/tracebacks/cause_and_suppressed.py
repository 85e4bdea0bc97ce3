"""from None hides the context of the middle one only."""
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
except KeyError:
    raise ValueError("v")
