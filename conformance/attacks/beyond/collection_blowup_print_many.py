print(*range(10**6))
