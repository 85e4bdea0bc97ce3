"""Parentheses around the operands do not count as the operator."""
y = (1 + 2) + ("a")
