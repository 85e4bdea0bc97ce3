print(round(5,-10**9))
