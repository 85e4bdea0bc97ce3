limits = {"low": 1, "high": None}
if limits["low"] < 2 < limits["high"] < 9:
    print("never")
