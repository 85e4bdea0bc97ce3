"""Two functions that call each other are not folded."""


def ping(n):
    if n == 0:
        raise ValueError("end")
    pong(n - 1)


def pong(n):
    ping(n)


ping(4)
