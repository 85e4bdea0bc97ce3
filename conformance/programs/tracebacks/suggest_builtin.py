"""A builtin may be what was meant."""
for i in rang(3):
    pass
