def show(value):
    return f"value: {value:>10} and {value.missing:>5}"


show(3)
