"""Notes stand below the message."""
e = ValueError("wrong")
e.add_note("first note")
e.add_note("second\nnote in two lines")
e.add_note("")
raise e
