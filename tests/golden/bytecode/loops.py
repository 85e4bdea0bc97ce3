def f(items, n):
    total = 0
    for i in range(1, n):
        if i == 3:
            continue
        total += i
    for key, value in items:
        if value is None:
            break
        total += value
    else:
        total = -1
    while total > 10:
        total //= 2
    return total
