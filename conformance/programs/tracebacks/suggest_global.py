"""A NameError names the module variable that was probably meant."""
temperature = 21
print(temprature)
