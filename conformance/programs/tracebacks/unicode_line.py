été = {"naïve": "日本"}
print(été["naïve"], été["x😀"] + 1)
