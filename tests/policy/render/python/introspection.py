def leak(f):
    return f.__globals__["open"], f.__class__.__name__, open
