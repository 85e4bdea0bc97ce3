# A part of a group shows where the group was raised, then where it was raised again.
def first():
    raise ExceptionGroup("whole", [ValueError(1), ExceptionGroup("in", [KeyError(2), ValueError(3)])])


def second():
    try:
        first()
    except ExceptionGroup as group:
        match, rest = group.split(ValueError)
        match.add_note("the matching part")
        raise match


second()
