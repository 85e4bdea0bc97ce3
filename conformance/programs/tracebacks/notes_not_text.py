"""A note that is no text is shown by str()."""
e = ValueError("wrong")
e.__notes__ = [1, "two", None]
raise e
