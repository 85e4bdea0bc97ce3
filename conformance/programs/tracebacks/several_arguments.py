"""Several arguments are shown as a tuple."""
raise ValueError("a", 1, None)
