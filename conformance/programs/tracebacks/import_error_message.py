# ImportError prints its msg.
e = ImportError("as it was")
e.msg = "as it is"
raise e
