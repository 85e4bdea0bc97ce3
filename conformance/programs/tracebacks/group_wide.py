# Fifteen members are shown, the rest counted.
def made(count):
    return ExceptionGroup(f"{count} of them", [ValueError(i) for i in range(count)])


raise ExceptionGroup("wide", [made(14), made(15), made(16), made(17), made(40)])
