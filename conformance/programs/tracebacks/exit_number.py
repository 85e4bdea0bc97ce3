"""An uncaught SystemExit ends the program with its code."""
print("before")
raise SystemExit(1)
