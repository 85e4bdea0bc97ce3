"""An exception raised while another is handled: both are shown, with the sentence between."""


def look(table, key):
    try:
        return table[key]
    except KeyError:
        raise ValueError(f"no entry for {key!r}")


look({"a": 1}, "b")
