"""Columns count characters."""
größe = "äöü" + len("ß") + 1
