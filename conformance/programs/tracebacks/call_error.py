def f(a, b):
    return a


x = {"k": [1, 2, 3]}
print(f(1, *x["k"]))
