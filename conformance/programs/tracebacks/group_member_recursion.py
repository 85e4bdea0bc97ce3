# Repeated frames inside a member are folded.
def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)


try:
    down(12)
except ValueError as e:
    raise ExceptionGroup("folded", [e]) from None
