import re
for i in range(10**6): re.compile('a{%d}b[a-z]{500}'%i)
