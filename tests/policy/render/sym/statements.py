LIMIT: int = 3
total: int
counts = {"a": 0}
counts["a"] += LIMIT if total else 1
counts.hits -= 1
match counts:
    case {}:
        pass
