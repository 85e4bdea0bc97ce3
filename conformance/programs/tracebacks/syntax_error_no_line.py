# Without a line the message says what it knows.
raise SyntaxError("bad thing", ("dir/file.txt", None, 5, "abc"))
