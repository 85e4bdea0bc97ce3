import re
re.findall('(?:a*)+?b|a', 'a' * 100_000)
