"""Tabs inside of a line."""
if True:
	x =	1 / 0
