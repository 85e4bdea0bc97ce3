# A plain exception whose context is a group.
def work():
    try:
        raise ExceptionGroup("group", [ValueError(1), ExceptionGroup("in", [KeyError(2)])])
    except ExceptionGroup as e:
        raise RuntimeError("plain") from e


try:
    work()
except RuntimeError:
    raise OSError(13, "last", "file")
