# A SyntaxError that a program raises shows the place that it names.
raise SyntaxError("bad thing", ("file.txt", 3, 5, "    abc def ghi", 3, 9))
