# The text of an OSError with its files.
try:
    raise OSError(2, "No such file or directory", "a b.txt", None, "c'd.txt")
except FileNotFoundError as e:
    raise PermissionError(13, "Permission denied", "x") from e
