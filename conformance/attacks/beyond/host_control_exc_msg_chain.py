m='x'*10**6
e=None
for i in range(900):
    try:
        try:
            if e is None: raise ValueError(m)
            raise e
        finally: raise KeyError(m)
    except Exception as x: e=x
raise e
