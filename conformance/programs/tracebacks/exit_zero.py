"""Code 0 is success."""
print("before")
raise SystemExit
