e=None
for i in range(10**5):
    try:
        try:
            raise ValueError(i) from e
        except ValueError as x:
            e=x
            raise KeyError(i)
    except KeyError as y: e=y
raise e
