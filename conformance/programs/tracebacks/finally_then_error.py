def f():
    try:
        raise ValueError("one")
    finally:
        {}["two"]


f()
