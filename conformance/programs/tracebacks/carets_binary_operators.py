"""Anchors: the operator is marked inside the expression."""
a = {"x": 1}
b = (a["x"] +
     1)
total = 1 + a["x"] * (a  -  3)
