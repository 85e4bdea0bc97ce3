# add_note collects texts in __notes__, which an exception has only from its first note on.

error = ValueError("x")
print(hasattr(error, "__notes__"))
print(error.add_note("first"), error.__notes__)
error.add_note("second")
error.add_note("")
print(error.__notes__, error.args, str(error), repr(error))

# Only text is a note.
for bad in (5, None, b"bytes", ["list"]):
    try:
        error.add_note(bad)
    except TypeError as trouble:
        print(trouble)
try:
    error.add_note()
except TypeError as trouble:
    print(trouble)
print(error.__notes__)


# Notes travel with the exception through handlers that add and raise again.
def load(row):
    try:
        return int(row)
    except ValueError as trouble:
        trouble.add_note(f"in row {row!r}")
        raise


def load_all(rows):
    for number, row in enumerate(rows):
        try:
            load(row)
        except ValueError as trouble:
            trouble.add_note(f"at {number}")
            raise


try:
    load_all(["1", "2", "three"])
except ValueError as trouble:
    print(trouble, trouble.__notes__)

# A new exception starts without notes; its context keeps its own.
try:
    try:
        load("x")
    except ValueError as trouble:
        raise KeyError("new") from trouble
except KeyError as trouble:
    print(hasattr(trouble, "__notes__"), trouble.__cause__.__notes__)


# Subclasses inherit the method, and may answer in their own way.
class Marked(Exception):
    def add_note(self, note):
        super().add_note(note.upper())


marked = Marked()
marked.add_note("quiet")
print(marked.__notes__)

# A group passes its notes to the parts that split makes.
group = ExceptionGroup("several", [ValueError(1), KeyError(2)])
group.add_note("of the group")
values, rest = group.split(ValueError)
print(values.__notes__, rest.__notes__, hasattr(values.exceptions[0], "__notes__"))
rest.add_note("of the rest")
print(group.__notes__, values.__notes__, rest.__notes__)
