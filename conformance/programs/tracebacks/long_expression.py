result = sum([len(word) for word in ["a", "bb", "ccc"]]) + max([1, 2, 3]) * min(4, 5) - int("seven") + abs(-3) + len("the end")
