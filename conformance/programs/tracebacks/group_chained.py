# A group that is the context of another, and one that has a cause.
try:
    try:
        raise ValueError("the cause")
    except ValueError as e:
        raise ExceptionGroup("first", [TypeError(1)]) from e
except ExceptionGroup as group:
    raise ExceptionGroup("second", [KeyError("k"), group])
