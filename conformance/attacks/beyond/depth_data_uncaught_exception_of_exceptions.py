e = None
for i in range(100_000):
    e = ValueError(e)
raise e
