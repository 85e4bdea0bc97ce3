"""A code that is no number is printed to stderr; the code is 1."""
print("before")
raise SystemExit("the shop is closed")
