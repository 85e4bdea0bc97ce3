"""SystemExit is an exception like any other: its report is a traceback, and it never ends with success.

cause: a program that was given to decide something has not decided it by leaving; a host must not take that for an answer.
workaround: return from the handler, or let the script come to its end.
"""
print("before")
raise SystemExit(0)
