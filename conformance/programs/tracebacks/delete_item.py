"""del of an item."""
x = {"a": 1}
del x["a"], x["b"]
