"""del of an unknown name."""
del nothing_here
