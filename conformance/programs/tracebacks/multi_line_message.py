"""A message of several lines is printed as it is."""
raise ValueError("one\n  two\nthree")
