print(len(sum([[1]]*30000,[])))
