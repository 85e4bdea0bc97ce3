# A member that is there twice; one that is also its own group's context.
error = ValueError("twice")
group = ExceptionGroup("group", [error, error])
error.__context__ = KeyError("context")
group.__context__ = error
raise group
