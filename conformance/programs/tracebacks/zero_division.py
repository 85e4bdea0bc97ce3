def ratio(a, b):
    return (a + 1) / (b - 1) + 5


def report(rows):
    return [ratio(a, b) for a, b in rows]


print("before")
print(report([(1, 2), (3, 1)]))
