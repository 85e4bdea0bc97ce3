rb'\x00' b'\'' '''a
b''' u'\N{DIGIT ONE}'
