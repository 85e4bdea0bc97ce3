# Without the text only the file and the line.
raise SyntaxError("bad thing", ("file.txt", 3, None, None))
