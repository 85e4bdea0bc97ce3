"""__notes__ that is no sequence is shown as it is."""
e = ValueError("wrong")
e.__notes__ = 5
raise e
