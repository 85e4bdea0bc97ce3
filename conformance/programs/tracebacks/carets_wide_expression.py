"""Carets inside of a long line."""
names = ["a", "b"]; value = {"first": names, "second": [name.upper() for name in names]}["third"]; done = True
