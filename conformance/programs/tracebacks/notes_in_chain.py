"""Each exception of a chain shows its notes."""
try:
    e = ValueError("inner")
    e.add_note("inner note")
    raise e
except ValueError as inner:
    e = TypeError("outer")
    e.add_note("outer note")
    raise e from inner
