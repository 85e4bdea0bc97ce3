def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError("cannot parse") from error


def load(items):
    for item in items:
        parse(item)


load(["1", "x1"])
