"""Nothing is suggested that differs in more than a third of its letters."""
weather = 1
print(whither_now)
