"""SystemExit as an ordinary exception."""
try:
    raise SystemExit(3)
except SystemExit as e:
    print(repr(e), e.code)
try:
    raise SystemExit
except SystemExit as e:
    print(repr(e), e.code)
try:
    raise SystemExit("a", 2)
except SystemExit as e:
    print(repr(e), e.code)
