import re
re.sub('x', 'a' * 40_000_000, 'x')
