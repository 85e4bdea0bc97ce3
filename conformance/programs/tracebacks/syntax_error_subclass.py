# A subclass with notes, in a group.
class ConfigError(SyntaxError):
    pass


e = ConfigError("no value", ("settings.ini", 7, 4, "key\n", 7, 8))
e.add_note("see the manual")
plain = SyntaxError("nothing known")
nothing = SyntaxError(None, ("f", 1, 1, "x"))
raise ExceptionGroup("config", [e, plain, nothing])
