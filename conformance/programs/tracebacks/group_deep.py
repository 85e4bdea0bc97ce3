# Ten levels are shown.
group = ValueError("the innermost")
for level in range(14):
    group = ExceptionGroup(f"level {level}", [group, TypeError(level)])
raise group
