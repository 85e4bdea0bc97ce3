"""The brackets of a subscript are marked."""
table = {"a": {"b": [1, 2]}}
print(table["a"]["b"][0]["c"])
