"""encode() has no error handler "namereplace".

cause: it would need the name of every character, a megabyte of text; what `\\N{...}` needs is hashes of them.
workaround: "backslashreplace", or "xmlcharrefreplace".
"""
try:
    print("caf\u00e9".encode("ascii", "namereplace"))
except LookupError as error:
    print(error)
