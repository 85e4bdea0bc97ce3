# Three exceptions, one a cause and one a context, each with the frames from its handler inwards.
class ConfigError(Exception):
    pass


def parse(text):
    return {key: int(value) for key, _, value in (line.partition("=") for line in text.split(";"))}


def load(text):
    try:
        return parse(text)
    except ValueError as error:
        raise ConfigError(f"cannot read {text!r}") from error


def start(texts):
    for text in texts:
        try:
            print(load(text))
        except ConfigError as error:
            print(error.__cause__)
            fallback = error.missing["default"] if hasattr(error, "missing") else {}["default"]


start(["a=1;b=2", "a=1;b=two"])
