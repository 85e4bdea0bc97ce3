total = 0
while total < 10:
    total += 3
    if total == 9:
        for i in range(3):
            total = total + [i][i]
